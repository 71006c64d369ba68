package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.Town;
import org.haki.Visitor;

/** Somebody who tells Riverbend something at the public page, over plain HTTP; each from a network address of their own. */
final class Reporter {

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");

    private final Town town;
    private int told;

    Reporter(Town town) {
        this.town = town;
    }

    /** Hands in these words, and these fields besides; answers the 16 digits. */
    String tells(String words, String... more) {
        var path = "/report/" + town.riverbend.slug();
        var fields = new ArrayList<>(List.of("words", words, "age", "adult"));
        fields.addAll(more.length == 0 ? List.of("reach", "none") : List.of(more));
        var sent = visitor().fill(path, path, fields.toArray(String[]::new));
        var digits = DIGITS.matcher(sent.text());
        assertThat(digits.find()).as(sent.text()).isTrue();
        return digits.group();
    }

    /** What the status page says to whoever has these digits. */
    String status(String digits) {
        var path = "/status/" + town.riverbend.slug();
        return visitor().fill(path, path, "code", digits).text();
    }

    private Visitor visitor() {
        return town.stranger().from("127.7.0." + (1 + told++ % 200));
    }
}
