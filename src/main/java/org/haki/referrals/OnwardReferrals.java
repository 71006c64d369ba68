package org.haki.referrals;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.Partner;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.SharingConsents;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/**
 * A receiver asks a third organisation to help, with a consent of its own for it, showing at most what it sees itself.
 * The owner of the case sees it among its own referrals and can end it.
 */
@Service
class OnwardReferrals {

    private final Work work;
    private final Audit audit;
    private final Networks networks;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final SharingConsents consents;
    private final SharedCases shared;
    private final Referrals referrals;
    private final ReferralRepository rows;
    private final ReferralMail mail;

    OnwardReferrals(
            Work work,
            Audit audit,
            Networks networks,
            Organisations organisations,
            CaseFiles cases,
            SharingConsents consents,
            SharedCases shared,
            Referrals referrals,
            ReferralRepository rows,
            ReferralMail mail) {
        this.work = work;
        this.audit = audit;
        this.networks = networks;
        this.organisations = organisations;
        this.cases = cases;
        this.consents = consents;
        this.shared = shared;
        this.referrals = referrals;
        this.rows = rows;
        this.mail = mail;
    }

    /** A form to refer onward; refused where the window is not open to the actor. */
    OnwardPage page(Actor actor, UUID id, SendReferral said, Errors errors) {
        var window = shared.card(actor, id);
        var guest = shared.guest(actor, window);
        var age = work.as(guest, "shared.refer", () -> consents.ageOf(guest, open(guest, window)));
        return new OnwardPage(window, partners(actor, window), age, said, errors);
    }

    /** What stands against it, beside the fields. */
    Errors hindrances(Actor actor, UUID id, SendReferral said) {
        var window = shared.card(actor, id);
        var errors = new Errors()
                .unless(partners(actor, window).stream().anyMatch(partner -> partner.id().equals(said.toOrg())), "to", "SendReferral.to")
                .unless(said.kind().equals("service"), "kind", "OnwardReferrals.service")
                .unless(said.asksNow(), "consent", "OnwardReferrals.asksNow")
                .unless(said.sections().stream().allMatch(section -> window.shows(section) || section.equals("summary")), "show",
                        "OnwardReferrals.less");
        var guest = shared.guest(actor, window);
        work.as(guest, "shared.refer", () -> errors.addAll(
                consents.hindrances(guest, open(guest, window), said.decision(referrals.today(actor), "en"))));
        return errors;
    }

    /** Asks the third organisation; answers the address of the window. */
    String send(Actor actor, UUID id, SendReferral said, Op op) {
        var window = shared.card(actor, id);
        var guest = shared.guest(actor, window);
        var language = organisations.of(actor.org()).language();
        var told = new AtomicReference<UUID>();
        var path = work.once(guest, "shared.refer", op, () -> {
            var file = open(guest, window);
            var consent = consents.record(guest, file, said.decision(referrals.today(actor), language));
            var row = referrals.row(guest, file, said, id, consent);
            rows.insert(row);
            audit.note("referral.made_onward", row.id(), window.code());
            audit.shows(window.caseId());
            referrals.open(file, row);
            told.set(row.toOrg());
            return window.path();
        });
        if (told.get() != null) {
            mail.arrived(told.get());
            mail.answered(window, null);
        }
        return path;
    }

    /** Everybody in the network but the two who know the case already. */
    private List<Partner> partners(Actor actor, CaseWindow window) {
        return work.as(actor, "shared.refer", () -> networks.partners(actor).stream()
                .filter(partner -> !partner.id().equals(window.ownerOrg()))
                .toList());
    }

    private CaseFile open(Actor guest, CaseWindow window) {
        var file = cases.byIds(guest, List.of(window.caseId())).get(window.caseId());
        if (file == null) {
            throw Problem.notNow();
        }
        return file;
    }
}
