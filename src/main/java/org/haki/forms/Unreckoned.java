package org.haki.forms;

import java.util.ArrayList;
import java.util.List;
import org.haki.xlsform.Form;

/** Every question of a form with its answer, without the engine. */
final class Unreckoned {

    private Unreckoned() {}

    static List<Asked> all(FormVersion version, Answers answers, ChoiceLists lists) {
        return below(version, answers, lists, null, "");
    }

    private static List<Asked> below(FormVersion version, Answers answers, ChoiceLists lists, Form.Field parent, String place) {
        var all = new ArrayList<Asked>();
        for (var field : version.below(parent)) {
            var here = FormVersion.place(place, field);
            var options = OptionsNow.isChoice(field) ? OptionsNow.all(version, lists, field) : List.<Form.Option>of();
            all.add(new Asked(field, here, null, true, false, false, answers.value(here), options, switch (field.kind()) {
                case GROUP -> below(version, answers, lists, field, here);
                case REPEAT -> answers.rowsOf(here).stream()
                        .map(row -> new Asked(field, here + "[" + row + "]", row, true, false, false, "", List.of(),
                                below(version, answers, lists, field, here + "[" + row + "]")))
                        .toList();
                case QUESTION -> List.of();
            }));
        }
        return all;
    }
}
