package org.haki.portal;

import java.util.UUID;
import org.haki.access.PublicPage;
import org.haki.kernel.Errors;
import org.haki.surveys.PublicAsking;
import org.haki.ui.Ui;

/**
 * The form by which anybody can tell the desk something.
 *
 * @param slug      of the organisation, where the address has one; else {@code null}
 * @param desk      the numbers to call and what the desk promises
 * @param asked     the organisation's own questions, or {@code null} for ours
 * @param op        the operation of this form
 * @param challenge the work to do before sending, where too many reports come just now; else {@code null}
 * @param notTaken  whether it was sent and we could not take it just now
 */
public record ReportForm(
        String slug, PublicPage desk, SendReport said, PublicAsking asked, Errors errors, UUID op, String challenge, int bits, boolean notTaken) {

    /** What needs another look, on top of the page. */
    public Errors summary(Ui ui) {
        var summary = new Errors().addAll(errors);
        return asked == null ? summary : summary.addAll(asked.summary(ui));
    }

    public String path() {
        return Desks.path("/report", slug);
    }

    public String statusPath() {
        return Desks.path("/status", slug);
    }
}
