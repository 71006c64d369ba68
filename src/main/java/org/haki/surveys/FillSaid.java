package org.haki.surveys;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Id;
import org.haki.questions.TypedQuestions;

/**
 * What came in with the page of a form.
 *
 * @param typed  the answers as typed
 * @param step   the place with which the part begins that was shown, or ""
 * @param go     {@code next}, {@code back}, or "" to stay
 * @param speak  the language to ask in from now on, as the workbook names it; "" for that of the page
 * @param office whose it is; {@code null} where that was not asked
 * @param begun  what was begun before and goes on here; {@code null} for nothing
 * @param asked  the token with which somebody was asked after her case, or ""
 * @param refused at each place whose file was not kept, the key of the sentence that says why
 * @param paper  the code of the paper that this is typed from, as typed; "" for none
 */
record FillSaid(TypedQuestions typed, String step, String go, String speak, UUID office, UUID begun, String paper, String asked, Map<String, String> refused) {

    static FillSaid of(Map<String, List<String>> parameters) {
        return new FillSaid(TypedQuestions.of(parameters), last(parameters, "step"), last(parameters, "go"), last(parameters, "speak"),
                id(last(parameters, "office")), id(last(parameters, "begun")), last(parameters, "paper").strip(), last(parameters, "asked"), Map.of());
    }

    FillSaid with(TypedQuestions more, Map<String, String> notKept) {
        return new FillSaid(more, step, go, speak, office, begun, paper, asked, notKept);
    }

    /** A button's value comes after that of the hidden field of its name. */
    private static String last(Map<String, List<String>> parameters, String name) {
        var sent = parameters.get(name);
        return sent == null || sent.isEmpty() ? "" : Objects.requireNonNullElse(sent.getLast(), "");
    }

    private static UUID id(String text) {
        return text.isEmpty() ? null : Id.of(text);
    }
}
