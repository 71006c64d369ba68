package org.haki.parcels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.Visitor;

/** A parcel at the front door, as somebody registers it and looks into it. */
public record Bundle(Visitor visitor, String path) {

    private static final Pattern SHEETS = Pattern.compile("href=\"(/parcels/[0-9a-f-]{36}/sheets/[0-9a-f-]{36})\"");

    /** Registers sheets of this form, from a place. */
    static Bundle registered(Visitor visitor, String form, String sheets, String... more) {
        var page = visitor.get("/parcels/new").form("/parcels");
        var fields = new ArrayList<>(List.of("form1", form.replaceAll(".*/", ""), "sheets1", sheets));
        if (!List.of(more).contains("place")) {
            fields.addAll(List.of("place", "Geneva Camp"));
        }
        fields.addAll(List.of(more));
        var answer = page.send(fields.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return new Bundle(visitor, answer.location().replaceAll("\\?.*", ""));
    }

    /** Registers one sheet of this form and types it in; answers where. */
    public static String typed(Visitor visitor, String form, String... answers) {
        var bundle = registered(visitor, form, "1");
        var sheet = bundle.sheets().getFirst();
        bundle.type(sheet, answers);
        return sheet;
    }

    /** Where its sheets are typed in, in the order of the queue. */
    List<String> sheets() {
        return SHEETS.matcher(visitor.get(path).body()).results().map(match -> match.group(1)).distinct().toList();
    }

    /** Types a sheet in; answers where one is led to. */
    String type(String sheet, String... answers) {
        var answer = visitor.get(sheet).form(sheet).send(answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }
}
