package org.haki.surveys;

import java.util.Map;
import java.util.stream.Collectors;
import org.haki.forms.Filled;
import org.haki.questions.AskedWhen;
import org.haki.xlsform.Form;

/** On what a question depends, in words for somebody with a pen: "Has everybody an identity card?" = No. What is more than that stays unsaid. */
final class PaperConditions {

    /** Said where a condition is more than comparisons. */
    static final String UNSAID = "?";

    private static final Map<String, String> SIGNS = Map.of("is", "=", "isNot", "≠", "least", "≥", "most", "≤", "over", ">", "less", "<", "unanswered", "=", "answered", "≠");

    private final AskedWhen conditions;

    PaperConditions(Filled filled, String language) {
        this.conditions = AskedWhen.of(filled, language);
    }

    /** The condition of this field; "" for none, {@link #UNSAID} for one that no pen can follow. */
    String say(Form.Field field) {
        if (field.bind().getOrDefault("relevant", "").isBlank()) {
            return "";
        }
        var parts = conditions.parts(field);
        return parts.isEmpty() ? UNSAID : parts.stream()
                .map(part -> "“" + part.question() + "” " + SIGNS.get(part.how()) + " " + (part.value().isEmpty() ? "—" : part.value()))
                .collect(Collectors.joining(parts.getFirst().or() ? " / " : "; "));
    }
}
