package org.haki.intake;

import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;

/**
 * These reports are not a case, for one reason.
 *
 * @param intake each as "code.version", so that what changed meanwhile is left alone
 * @param reason one of {@link #REASONS}
 * @param view   the view to return to
 */
public record Dismiss(List<String> intake, String reason, String view) {

    public static final List<String> REASONS =
            List.of("test", "prank", "advertising", "wrong_number", "sent_twice", "no_content", "not_genuine");
    private static final int MOST = 100;

    public Dismiss {
        intake = intake == null ? List.of() : List.copyOf(intake);
        reason = Objects.requireNonNullElse(reason, "");
        view = Objects.requireNonNullElse(view, "");
    }

    Errors errors() {
        return new Errors()
                .unless(!intake.isEmpty() && intake.size() <= MOST, "queue", "Dismiss.none")
                .unless(REASONS.contains(reason), "reason", "Dismiss.reason");
    }
}
