package org.haki.referrals;

import java.util.List;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseStatus;
import org.haki.cases.ClosingCheck;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.springframework.stereotype.Component;

/**
 * A case is not proposed for closing, and not closed, while another organisation still works with it or is asked to. Who
 * leads it proposes the closing itself: its referral ends with the case. It knows only of what it asked of others.
 */
@Component
class OpenReferrals implements ClosingCheck {

    private final CaseWindowRepository windows;

    OpenReferrals(CaseWindowRepository windows) {
        this.windows = windows;
    }

    @Override
    public Errors check(Actor actor, CaseFile file) {
        var live = windows.of(List.of(file.id())).stream().filter(CaseWindow::isLive).toList();
        boolean leads = live.stream().anyMatch(CaseWindow::leads);
        long helping = live.stream().filter(window -> !window.leads()).count();
        return new Errors()
                .unless(!leads || file.status() == CaseStatus.CLOSING, "referrals", "OpenReferrals.lead")
                .unless(helping == 0, "referrals", "OpenReferrals.live", helping);
    }
}
