package org.haki.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What may stand in clear of a section: the choices of questions marked reportable, never text, never a person's, never what is sensitive. */
final class CodedAnswers {

    private CodedAnswers() {}

    /** For each question its choices, of all rows, in the order of the form. */
    static Map<String, List<String>> of(FormVersion form, Answers answers) {
        var coded = new LinkedHashMap<String, List<String>>();
        answers.values().forEach((place, value) -> {
            var field = form.field(place);
            if (field != null && Marks.isCoded(field)) {
                coded.computeIfAbsent(Answers.question(place), _ -> new ArrayList<>()).addAll(List.of(value.split(" ")));
            }
        });
        return coded;
    }
}
