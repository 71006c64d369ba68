package org.haki.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.haki.forms.Answers;

/**
 * A decision of the client that a section of the sheet asks for, so that nobody asks her twice. Each question is named by its
 * path, the section's key first; "" where the section does not ask it.
 *
 * @param purpose one of {@link Decision#PURPOSES}: what is shown to others names its recipient, and is never asked in a sheet
 * @param answer  yes or no
 * @param by      who decided
 * @param assent  the word of whoever may be a child
 * @param how     how it was said
 * @param witness who witnessed it
 */
public record AskedConsent(String purpose, String answer, String by, String assent, String how, String witness) {

    /** What may be chosen in each of its questions, by the key in casetype.yaml; a witness is named in words. */
    static final Map<String, List<String>> CHOICES = Map.of(
            "answer", List.of("given", "refused"), "by", Decision.DECIDERS, "assent", Decision.ASSENTS, "how", Decision.METHODS);
    static final String WITNESS = "witness";

    /** The section that asks. */
    public String section() {
        return answer.substring(0, Math.max(0, answer.indexOf('/')));
    }

    /** Where a question of it stands in the section; "" where there is none. */
    static String place(String question) {
        return question.substring(question.indexOf('/') + 1);
    }

    /** What was answered, or {@code null} where nobody decided yet. */
    Decision in(Answers answers, String language) {
        var decided = answers.value(place(answer));
        var deciding = answers.value(place(by));
        return decided.isEmpty() ? null : new Decision(purpose, decided, deciding.isEmpty() ? "" : answers.value(place(how)), deciding,
                answers.value(place(assent)), answers.value(place(witness)), language);
    }

    /** Whether these two sets of answers say by whom and how in the same way. */
    boolean sameManner(Answers one, Answers other) {
        return Stream.of(by, assent, how, witness).map(AskedConsent::place).allMatch(place -> one.value(place).equals(other.value(place)));
    }

    /** What the case knows already, at the places of its questions; a yes that was taken back and a purpose nobody asked about say nothing. */
    Map<String, String> known(Decision decision) {
        var known = new LinkedHashMap<String, String>();
        if (CHOICES.get("answer").contains(decision.decision())) {
            put(known, answer, decision.decision());
            put(known, by, decision.byWhom());
            put(known, assent, decision.assent());
            put(known, how, decision.method());
        }
        return known;
    }

    private static void put(Map<String, String> known, String question, String value) {
        if (!question.isEmpty() && !value.isEmpty()) {
            known.put(place(question), value);
        }
    }
}
