package org.haki.advocacy;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * One observation.
 *
 * @param casePath  of the case; {@code null} once that was destroyed
 * @param text      what happened; "" for nothing
 * @param decidedBy who decided about it, or ""
 */
public record ObservationPage(
        ObservationLine line, String casePath, String code, String text, String decidedBy, boolean mayEdit, boolean mayDecide, Errors errors) {

    public List<String> reasons() {
        return Observations.REASONS;
    }

    /** What happened, paragraph by paragraph. */
    public List<String> paragraphs() {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }
}
