package org.haki.referrals;

import java.time.Clock;
import org.haki.activities.LedTimelines;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** What happens to referrals when nobody does anything: the time to answer doubles once, then they expire; consents end. */
@Service
public class ReferralRoutine {

    private final Work work;
    private final Audit audit;
    private final CaseWindowRepository windows;
    private final ReferralRepository referrals;
    private final Transfers transfers;
    private final LedTimelines timelines;
    private final ReferralMail mail;
    private final ConsentRenewal renewal;
    private final Clock clock;

    ReferralRoutine(
            Work work, Audit audit, CaseWindowRepository windows, ReferralRepository referrals, Transfers transfers,
            LedTimelines timelines, ReferralMail mail, ConsentRenewal renewal, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.windows = windows;
        this.referrals = referrals;
        this.transfers = transfers;
        this.timelines = timelines;
        this.mail = mail;
        this.renewal = renewal;
        this.clock = clock;
    }

    /** Goes through what this organisation asked of others and is late, and tells its people of what others asked of it. */
    public void look(Actor system) {
        work.as(system, "referral.look", () -> {
            var late = windows.late(clock.instant());
            late.forEach(window -> settle(system, window));
            renewal.plan(system);
            var parted = windows.parted();
            parted.forEach(window -> tellEnd(system, window, "revoked", window.reason()));
            if (late.isEmpty() && parted.isEmpty()) {
                audit.showsNothing();
            }
        });
        timelines.follow(system.org());
        transfers.finish(system.org());
        mail.arrived(system.org());
        mail.lost(system.org());
    }

    private void settle(Actor system, CaseWindow window) {
        if (window.until().isBefore(clock.instant())) {
            end(system, window, "revoked", "consent_ended");
        } else if (window.extended()) {
            end(system, window, "expired", "no_answer");
        } else {
            windows.extend(window.id(), window.respondBy().plus(Referrals.answerWithin(window.urgency())));
            audit.note("referral.asked_again", window.id(), window.code());
        }
    }

    private void end(Actor system, CaseWindow window, String next, String reason) {
        windows.move(window.id(), window.state().equals("sent") ? next : "revoked", reason);
        tellEnd(system, window, next, reason);
    }

    private void tellEnd(Actor system, CaseWindow window, String next, String reason) {
        audit.note("referral." + next, window.id(), reason);
        audit.shows(window.caseId());
        mail.ended(system, window, referrals.find(window.id()).map(ReferralRepository.Row::madeBy).orElse(null));
    }
}
