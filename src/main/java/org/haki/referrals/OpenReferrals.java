package org.haki.referrals;

import java.util.List;
import org.haki.cases.CaseFile;
import org.haki.cases.ClosingCheck;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.springframework.stereotype.Component;

/** A case is not proposed for closing while another organisation still works with it, or is asked to. */
@Component
class OpenReferrals implements ClosingCheck {

    private final CaseWindowRepository windows;

    OpenReferrals(CaseWindowRepository windows) {
        this.windows = windows;
    }

    @Override
    public Errors check(Actor actor, CaseFile file) {
        long live = windows.of(List.of(file.id())).stream().filter(CaseWindow::isLive).count();
        return new Errors().unless(live == 0, "referrals", "OpenReferrals.live", live);
    }
}
