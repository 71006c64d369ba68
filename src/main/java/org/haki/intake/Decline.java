package org.haki.intake;

import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * We do not take this on.
 *
 * @param reason one of {@link #REASONS}
 * @param told   how the person learned of it: one of {@link #TOLD}
 * @param answer what she reads when she comes back with her code; needed where that is how she learns of it
 */
public record Decline(String reason, String told, String answer) {

    public static final List<String> REASONS = List.of("out_of_mandate", "out_of_area", "not_eligible", "conflict", "no_capacity",
            "no_merit", "no_consent", "unreachable", "referred_out");
    public static final List<String> TOLD = List.of("spoke", "reads", "not_told");

    /** She took up no service: what she told is kept for six weeks, not for half a year. */
    static final String SHE_WANTS_NO_CASE = "no_consent";

    public Decline {
        reason = Objects.requireNonNullElse(reason, "");
        told = Objects.requireNonNullElse(told, "");
        answer = Objects.requireNonNullElse(answer, "");
    }

    Errors errors() {
        return new Errors()
                .unless(REASONS.contains(reason), "reason", "Decline.reason.needed")
                .unless(TOLD.contains(told), "told", "Decline.told.needed")
                .unless(!told.equals("reads") || !Text.blank(answer), "answer", "Decline.answer.needed")
                .unless(answer.length() <= Answer.LONGEST, "answer", "Answer.long", Answer.LONGEST);
    }
}
