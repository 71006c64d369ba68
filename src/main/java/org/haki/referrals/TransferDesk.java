package org.haki.referrals;

import java.util.List;
import java.util.UUID;
import org.haki.access.Networks;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.activities.Plans;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseParts;
import org.haki.cases.CaseStory;
import org.haki.cases.NoteEntry;
import org.haki.cases.Parties;
import org.haki.cases.SharingConsents;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Gathers the pages about handing a case over: what would go, and where it would go to. */
@Service
class TransferDesk {

    private final Work work;
    private final Networks networks;
    private final Organisations organisations;
    private final Staff staff;
    private final CaseFiles cases;
    private final CaseParts parts;
    private final CaseStory story;
    private final Parties parties;
    private final Plans plans;
    private final SharingConsents consents;
    private final Referrals referrals;
    private final ReferralDesk desk;
    private final SharedCases shared;
    private final Transfers transfers;
    private final TransferredCases transferred;

    TransferDesk(
            Work work,
            Networks networks,
            Organisations organisations,
            Staff staff,
            CaseFiles cases,
            CaseParts parts,
            CaseStory story,
            Parties parties,
            Plans plans,
            SharingConsents consents,
            Referrals referrals,
            ReferralDesk desk,
            SharedCases shared,
            Transfers transfers,
            TransferredCases transferred) {
        this.work = work;
        this.networks = networks;
        this.organisations = organisations;
        this.staff = staff;
        this.cases = cases;
        this.parts = parts;
        this.story = story;
        this.parties = parties;
        this.plans = plans;
        this.consents = consents;
        this.referrals = referrals;
        this.desk = desk;
        this.shared = shared;
        this.transfers = transfers;
        this.transferred = transferred;
    }

    SendTransferPage toSend(Actor actor, String code, SendTransfer said, Errors errors) {
        return work.as(actor, "case.transfer", () -> {
            var file = cases.openFor(actor, code, "case.transfer");
            if (!file.isOpen()) {
                throw Problem.notNow();
            }
            return new SendTransferPage(
                    parts.head(actor, file),
                    networks.partners(actor),
                    parties.of(actor, file).stream().filter(party -> !party.isClient()).toList(),
                    (int) story.of(actor, file).stream().filter(NoteEntry.class::isInstance).count(),
                    (int) plans.ofCase(actor, file).stream().filter(step -> step.row().planned()).count(),
                    consents.ageOf(actor, file), said, errors);
        });
    }

    TakeOverPage toTake(Actor actor, UUID id, TakeOver said, Errors errors) {
        var window = shared.card(actor, id);
        if (!window.isOpen() || !window.kind().equals("transfer")) {
            throw Problem.notNow();
        }
        var parcel = transfers.look(actor, window);
        return work.as(actor, "case.open", () -> {
            var offices = offices(actor);
            return new TakeOverPage(
                    window, desk.names(actor).getOrDefault(window.ownerOrg(), ""), parcel, offices,
                    staff.able(actor, offices.stream().map(Office::id).toList(), "case.write"), transferred.types(actor, parcel),
                    transferred.alike(actor, parcel), said, organisations.of(actor.org()).ready(), errors);
        });
    }

    /** What needs another look in where it goes to. */
    Errors takeErrors(Actor actor, TakeOver said) {
        var office = said.office();
        var owner = said.owner();
        return work.as(actor, "case.open", () -> {
            var chosen = offices(actor).stream().filter(one -> one.id().toString().equals(office)).findFirst().orElse(null);
            return new Errors()
                    .unless(chosen != null, "office", "TakeOverPage.office.needed")
                    .unless(!owner.isEmpty(), "owner", "TakeOverPage.owner.needed")
                    .unless(chosen == null || owner.isEmpty() || owner.equals("queue")
                            || staff.able(actor, chosen.id(), "case.write").stream().anyMatch(able -> able.id().toString().equals(owner)),
                            "owner", "TakeOverPage.owner.elsewhere");
        });
    }

    /** What she may keep in her hand: who takes over, what went, and that she can change her mind until it is taken. */
    TransferCopyPage copy(Actor actor, String code, UUID id) {
        return work.as(actor, "referral.see", () -> {
            var file = cases.openFor(actor, code, "referral.see");
            var referral = referrals.of(actor, file).stream().filter(one -> one.id().equals(id) && one.kind().equals("transfer"))
                    .findFirst().orElseThrow(Problem::notFound);
            return new TransferCopyPage(
                    file, organisations.of(actor.org()).name(), desk.names(actor).getOrDefault(referral.toOrg(), ""), referral);
        });
    }

    private List<Office> offices(Actor actor) {
        return organisations.offices(actor).stream().filter(office -> actor.may("case.open", office.id())).toList();
    }
}
