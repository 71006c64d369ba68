package org.haki.referrals;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.haki.access.Organisations;
import org.haki.activities.OwnSteps;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.ConsentToShare;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Two weeks before her yes ends somebody asks her again; a new yes keeps open what is open. */
@Service
class ConsentRenewal {

    static final String TEMPLATE = "ask_renewal";
    private static final Duration BEFORE = Duration.ofDays(14);

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final SharingConsents consents;
    private final OwnSteps steps;
    private final CaseWindowRepository windows;
    private final ReferralRepository referrals;
    private final ReferralMail mail;
    private final Clock clock;

    ConsentRenewal(
            Work work,
            Audit audit,
            Organisations organisations,
            CaseFiles cases,
            SharingConsents consents,
            OwnSteps steps,
            CaseWindowRepository windows,
            ReferralRepository referrals,
            ReferralMail mail,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.cases = cases;
        this.consents = consents;
        this.steps = steps;
        this.windows = windows;
        this.referrals = referrals;
        this.mail = mail;
        this.clock = clock;
    }

    /** Plans, inside the routine's deed, that she is asked again where her yes ends soon; the case's people are told. */
    void plan(Actor system) {
        for (var window : windows.toRenew(clock.instant().plus(BEFORE))) {
            var file = cases.byIds(system, List.of(window.caseId())).get(window.caseId());
            if (file != null && file.isOpen()) {
                steps.plan(system, file, TEMPLATE, window.lastDay(system.zone()));
                audit.note("referral.renewal_asked", window.id(), window.code());
                mail.ending(system, window, referrals.find(window.id()).map(ReferralRepository.Row::madeBy).orElse(null));
            }
        }
    }

    /** She was asked again and said yes, to the same recipient and the same things, until this day. */
    String renew(Actor actor, String code, SharingConsents.Recorded yes, String method, LocalDate until, Op op) {
        return work.once(actor, "consent.share", op, () -> {
            var file = cases.openFor(actor, code, "consent.share");
            var said = yes.said();
            if (!yes.isLive(clock.instant())) {
                throw Problem.notNow();
            }
            consents.record(actor, file, new ConsentToShare(
                    said.purpose(), said.toOrg(), said.toName(), "given", said.sections(), until, method, said.byWhom(), said.assent(), "",
                    organisations.of(actor.org()).language()));
            settle(actor, file);
            return file.path() + "/referrals";
        });
    }

    private void settle(Actor actor, CaseFile file) {
        if (file.isOpen()) {
            steps.settle(actor, file, TEMPLATE);
        }
    }
}
