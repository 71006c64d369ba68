package org.haki.referrals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.stereotype.Component;

/** Who is told of what, by code and link only. Each organisation tells its own people, in a transaction of its own. */
@Component
class ReferralMail {

    private final Work work;
    private final Audit audit;
    private final Organisations organisations;
    private final Staff staff;
    private final Outbox outbox;
    private final CaseFiles cases;
    private final CaseWindowRepository windows;
    private final ReferralRepository referrals;

    ReferralMail(
            Work work,
            Audit audit,
            Organisations organisations,
            Staff staff,
            Outbox outbox,
            CaseFiles cases,
            CaseWindowRepository windows,
            ReferralRepository referrals) {
        this.work = work;
        this.audit = audit;
        this.organisations = organisations;
        this.staff = staff;
        this.outbox = outbox;
        this.cases = cases;
        this.windows = windows;
        this.referrals = referrals;
    }

    /** An exception waits for a supervisor; called inside the deed that asks for it. */
    void askApproval(Actor actor, CaseFile file) {
        var able = staff.able(actor, file.office(), "referral.approve").stream()
                .map(Colleague::id)
                .filter(id -> !actor.is(id))
                .collect(Collectors.toSet());
        outbox.tell(actor.org(), able, "referral_approval", file.code(), file.path() + "/referrals");
    }

    /** Something was shared with this organisation: those who may answer are told of what nobody was told of yet. */
    void arrived(UUID org) {
        within(org, "shared.tell", system -> {
            var untold = windows.untold();
            if (untold.isEmpty()) {
                audit.showsNothing();
            }
            for (var window : untold) {
                var offices = window.toOffice() == null ? system.officesFor("shared.answer") : Set.of(window.toOffice());
                var able = staff.able(system, offices, "shared.answer").stream().map(Colleague::id).collect(Collectors.toSet());
                boolean now = window.urgency().equals("emergency");
                outbox.tell(org, able, now ? "referral_emergency" : "referral_received", window.code(), window.path());
            }
        });
    }

    /** The receiver took a step: the case's owner and whoever referred are told. */
    void answered(CaseWindow window, UUID madeBy) {
        within(window.ownerOrg(), "referral.tell", system ->
                outbox.tell(system.org(), concerned(system, window, madeBy), "referral_answered", window.code(), place(window)));
    }

    /** Whoever leads the case proposes closing it: the case's owner and whoever referred are told. */
    void proposed(CaseWindow window) {
        within(window.ownerOrg(), "referral.tell", system -> {
            var madeBy = referrals.find(window.id()).map(ReferralRepository.Row::madeBy).orElse(null);
            outbox.tell(system.org(), concerned(system, window, madeBy), "closing_proposed", window.code(), "/cases/" + window.code());
        });
    }

    /** Her yes ends soon; called inside the deed that plans to ask her again. */
    void ending(Actor system, CaseWindow window, UUID madeBy) {
        outbox.tell(system.org(), concerned(system, window, madeBy), "consent_ending", window.code(), place(window));
    }

    /** A colleague is asked to go on at a window; called inside the deed that hands it over. */
    void handedOver(Actor actor, CaseWindow window, UUID person) {
        outbox.tell(actor.org(), Set.of(person), "window_given", window.code(), window.path());
    }

    /** Those who look through a window are told what became of the case. */
    void tellReaders(CaseWindow window, String template) {
        within(window.toOrg(), "shared.tell", system -> outbox.tell(system.org(), window.readers(), template, window.code(), window.path()));
    }

    /** What this organisation had taken on ended without its doing: who looked through the window is told once. */
    void lost(UUID org) {
        within(org, "shared.tell", system -> {
            var lost = windows.lost();
            if (lost.isEmpty()) {
                audit.showsNothing();
            }
            lost.forEach(window -> outbox.tell(org, window.readers(), "window_ended", window.code(), window.path()));
        });
    }

    /** A referral ended by itself; called inside the deed that ends it. */
    void ended(Actor system, CaseWindow window, UUID madeBy) {
        outbox.tell(system.org(), concerned(system, window, madeBy), "referral_ended", window.code(), place(window));
    }

    /** Tells within an organisation. Where it is suspended nobody is told, and what was done stands. */
    private void within(UUID org, String verb, Consumer<Actor> tells) {
        if (organisations.isAtWork(org)) {
            var system = organisations.system(org);
            work.as(system, verb, () -> tells.accept(system));
        }
    }

    /** The case's owner, and who referred where she works here. */
    private Set<UUID> concerned(Actor system, CaseWindow window, UUID madeBy) {
        var people = new HashSet<UUID>();
        if (madeBy != null && window.byOrg().equals(system.org())) {
            people.add(madeBy);
        }
        var file = cases.byIds(system, List.of(window.caseId())).get(window.caseId());
        if (file != null && file.owner() != null) {
            people.add(file.owner());
        }
        return people;
    }

    private static String place(CaseWindow window) {
        return "/cases/" + window.code() + "/referrals";
    }
}
