package org.haki.cases;

import java.util.Objects;
import org.haki.kernel.Errors;

/** A decision of the client, as typed. */
public record RecordConsent(
        String purpose, String decision, String method, String byWhom, String assent, String witness, String language) {

    /** A form nobody has typed in. */
    public static final RecordConsent EMPTY = new RecordConsent("", "", "", "", "", "", "");

    private static final int LONGEST_NAME = 200;

    public RecordConsent {
        purpose = Objects.requireNonNullElse(purpose, "");
        decision = Objects.requireNonNullElse(decision, "");
        method = Objects.requireNonNullElse(method, "");
        byWhom = Objects.requireNonNullElse(byWhom, "");
        assent = Objects.requireNonNullElse(assent, "");
        witness = Objects.requireNonNullElse(witness, "").strip();
        language = Objects.requireNonNullElse(language, "");
    }

    /** What needs another look. */
    public Errors errors() {
        return new Errors()
                .unless(Decision.PURPOSES.contains(purpose), "purpose", "RecordConsent.purpose")
                .unless(Decision.DECISIONS.contains(decision) && !decision.equals("not_yet_asked"), "decision", "RecordConsent.decision")
                .unless(Decision.METHODS.contains(method), "method", "RecordConsent.method")
                .unless(Decision.DECIDERS.contains(byWhom), "byWhom", "RecordConsent.byWhom")
                .unless(assent.isEmpty() || Decision.ASSENTS.contains(assent), "assent", "RecordConsent.assent")
                .unless(!method.equals("verbal_witnessed") || !witness.isBlank(), "witness", "RecordConsent.witness")
                .unless(witness.length() <= LONGEST_NAME, "witness", "WriteNote.long", LONGEST_NAME)
                .unless(language.isEmpty() || CaseChoices.CONSENT_LANGUAGES.contains(language), "language", "RecordConsent.language");
    }

    /** As it is kept; in the organisation's language unless it was said in which she was asked. */
    Decision decision(String organisations) {
        return new Decision(purpose, decision, method, byWhom, assent, witness, language.isEmpty() ? organisations : language);
    }
}
