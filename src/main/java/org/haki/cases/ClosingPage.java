package org.haki.cases;

import java.util.List;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;
import org.haki.ui.Ui;

/**
 * Proposing to close; or the proposal that stands, to be taken back.
 *
 * @param unmet what the type asks before closing and is not so yet
 * @param atLeast for how many years the case is kept whatever the client chooses, or 0
 * @param given which services were written down as given in this case
 */
public record ClosingPage(
        CaseHead head,
        Errors obstacles,
        List<Labels> unmet,
        Closings.Closure standing,
        boolean mayWithdraw,
        List<Colleague> verifiers,
        List<GivenServices.Given> given,
        int atLeast,
        ProposeClosing said,
        Errors errors) {

    /** Whether not every closing of the type is checked. */
    public boolean bySample() {
        return head.type().ending().verification().is(TypeEnding.Verification.SAMPLE) && !head.file().fenced();
    }

    /** A sentence on what was done, or {@code null} where no service was written down. */
    public String givenHint(Ui ui) {
        return given.isEmpty() ? null : ui.say("ClosingPage.given", given.stream()
                .map(one -> ui.say("ClosingPage.given.one", head.type().services().get(one.service()).in(ui.lang()), one.times()))
                .collect(Collectors.joining(", ")));
    }
}
