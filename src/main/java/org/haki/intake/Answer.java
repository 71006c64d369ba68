package org.haki.intake;

import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** What the one who told us reads when she comes back with her code. */
public record Answer(String answer) {

    static final int LONGEST = 4_000;

    public Answer {
        answer = Objects.requireNonNullElse(answer, "");
    }

    Errors errors() {
        return new Errors()
                .unless(!Text.blank(answer), "answer", "Answer.needed")
                .unless(answer.length() <= LONGEST, "answer", "Answer.long", LONGEST);
    }
}
