package org.haki.intake;

import java.util.Objects;
import org.haki.kernel.Errors;

/** How a call back went. */
public record LogCall(String outcome, String note) {

    private static final int LONGEST = 4_000;

    public LogCall {
        outcome = Objects.requireNonNullElse(outcome, "");
        note = Objects.requireNonNullElse(note, "");
    }

    Errors errors() {
        return new Errors()
                .unless(Attempt.OUTCOMES.contains(outcome), "outcome", "LogCall.outcome.needed")
                .unless(note.length() <= LONGEST, "note", "Answer.long", LONGEST);
    }
}
