package org.haki.referrals;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.cases.CaseVerified;
import org.haki.cases.ClosingChecked;
import org.haki.kernel.Work;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A lead's referral is completed by the check of the closing that it proposed, in the same transaction; disputed, it goes on. */
@Component
class LeadEndings {

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final CaseWindowRepository windows;
    private final ReferralMail mail;

    LeadEndings(Work work, Audit audit, Organisations organisations, CaseWindowRepository windows, ReferralMail mail) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.windows = windows;
        this.mail = mail;
    }

    /** Before the plan is locked, as whoever ends a window does: so the two never wait for each other. */
    @EventListener
    @Order(0)
    void on(CaseVerified news) {
        if (news.closed()) {
            lead(news.figures().caseId()).filter(CaseWindow::isLive).ifPresent(window -> {
                if (windows.move(window.id(), "completed", "")) {
                    audit.note("referral.completed", window.id(), "");
                }
            });
        }
    }

    /** Whoever led the case is told, and finds it open again or ended. */
    @EventListener
    void on(ClosingChecked news) {
        var owner = organisations.system(news.org());
        work.as(owner, "referral.tell", () -> lead(news.caseId()))
                .filter(window -> window.toOrg().equals(news.proposedBy()) && (window.isLive() || window.state().equals("completed")))
                .ifPresent(window -> mail.tellReaders(window, news.closed() ? "case_closed" : "closing_disputed"));
    }

    /** The latest referral of this case that led it. */
    private Optional<CaseWindow> lead(UUID caseId) {
        return windows.of(List.of(caseId)).stream().filter(window -> window.leads() && window.openedAt() != null).reduce((_, last) -> last);
    }
}
