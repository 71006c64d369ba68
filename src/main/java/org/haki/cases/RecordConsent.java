package org.haki.cases;

import java.util.Objects;
import org.haki.kernel.Errors;

/** A decision of the client, as typed. */
public record RecordConsent(String purpose, String decision, String method, String byWhom) {

    /** A form nobody has typed in. */
    public static final RecordConsent EMPTY = new RecordConsent("", "", "", "");

    public RecordConsent {
        purpose = Objects.requireNonNullElse(purpose, "");
        decision = Objects.requireNonNullElse(decision, "");
        method = Objects.requireNonNullElse(method, "");
        byWhom = Objects.requireNonNullElse(byWhom, "");
    }

    /** What needs another look. */
    public Errors errors() {
        return new Errors()
                .unless(Decision.PURPOSES.contains(purpose), "purpose", "RecordConsent.purpose")
                .unless(Decision.DECISIONS.contains(decision) && !decision.equals("not_yet_asked"), "decision", "RecordConsent.decision")
                .unless(Decision.METHODS.contains(method), "method", "RecordConsent.method")
                .unless(Decision.DECIDERS.contains(byWhom), "byWhom", "RecordConsent.byWhom");
    }

    Decision decision(String language) {
        return new Decision(purpose, decision, method, byWhom, language);
    }
}
