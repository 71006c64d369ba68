package org.haki.referrals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.Partner;
import org.haki.activities.CarriedPlan;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Parties;
import org.haki.cases.SharingConsents;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/**
 * A whole case goes over to another organisation of the network. Who takes it reads it as a guest at a window, and writes
 * it, in a transaction of its own, as a case of its own organisation under its own keys; then the old one is closed by its
 * owner. No transaction sees or writes the rows of two organisations.
 */
@Service
public class Transfers {

    /** What was read, between two transactions. */
    private record Read(TransferredCases.Parcel parcel, List<CarriedPlan.Step> plan) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Networks networks;
    private final Organisations organisations;
    private final Persons persons;
    private final CaseFiles cases;
    private final Parties parties;
    private final TransferredCases transferred;
    private final CarriedPlan plans;
    private final SharingConsents consents;
    private final Referrals referrals;
    private final SharedCases shared;
    private final ReferralRepository rows;
    private final CaseWindowRepository windows;
    private final TransferRepository transfers;
    private final ReferralSeal seal;
    private final ReferralMail mail;

    Transfers(
            Work work,
            Audit audit,
            Vault vault,
            Networks networks,
            Organisations organisations,
            Persons persons,
            CaseFiles cases,
            Parties parties,
            TransferredCases transferred,
            CarriedPlan plans,
            SharingConsents consents,
            Referrals referrals,
            SharedCases shared,
            ReferralRepository rows,
            CaseWindowRepository windows,
            TransferRepository transfers,
            ReferralSeal seal,
            ReferralMail mail) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.networks = networks;
        this.organisations = organisations;
        this.persons = persons;
        this.cases = cases;
        this.parties = parties;
        this.transferred = transferred;
        this.plans = plans;
        this.consents = consents;
        this.referrals = referrals;
        this.shared = shared;
        this.rows = rows;
        this.windows = windows;
        this.transfers = transfers;
        this.seal = seal;
        this.mail = mail;
    }

    /** What stands against handing it over, beside the fields. */
    Errors hindrances(Actor actor, String code, SendTransfer said) {
        return work.as(actor, "case.transfer", () -> {
            var file = open(actor, code);
            return new Errors()
                    .unless(networks.partner(actor, said.toOrg()).filter(Partner::active).isPresent(), "to", "SendTransfer.to")
                    .unless(isQuiet(file), "to", "SendTransfer.others")
                    .addAll(consents.hindrances(actor, file, said.decision(referrals.today(actor), "en")));
        });
    }

    /** Offers the case: writes her yes to it down, and opens a window through which it can be looked at and taken. */
    String offer(Actor actor, String code, SendTransfer said, Op op) {
        var path = work.once(actor, "case.transfer", op, () -> {
            var file = open(actor, code);
            if (!isQuiet(file) || networks.partner(actor, said.toOrg()).filter(Partner::active).isEmpty()) {
                throw Problem.notNow();
            }
            var consent = consents.record(actor, file, said.decision(referrals.today(actor), organisations.of(actor.org()).language()));
            var id = Id.next();
            var row = new ReferralRepository.Row(
                    id, file.id(), actor.org(), null, "transfer", "", said.toOrg(), null, "", "normal", said.sections(), consent, "", null,
                    seal.seal(file, id, new ReferralWords(said.instructions(), "")), null, actor.person());
            rows.insert(row);
            audit.note("transfer.offered", id, file.code());
            referrals.open(file, row);
            lendPeople(actor, file, row);
            cases.touch(actor, file);
            return file.path() + "/referrals";
        });
        mail.arrived(said.toOrg());
        return path;
    }

    /** What would come, as the guest sees it now. */
    TransferredCases.Parcel look(Actor actor, CaseWindow window) {
        return read(actor, window).parcel();
    }

    /**
     * Takes the case over: answers the address of the new one. Done once: the window ends in the transaction that writes
     * the new case, and a second try finds it ended. Throws {@link NotTaken} with what has to be said first.
     */
    String take(Actor actor, UUID id, TransferredCases.Into into, Op op) {
        var window = shared.card(actor, id);
        var read = new AtomicReference<Read>();
        if (window.isOpen()) {
            read.set(read(actor, window));
        }
        var path = work.once(actor, "case.open", op, () -> {
            if (read.get() == null || !actor.may("case.open", into.office())) {
                throw Problem.notNow();
            }
            var unsaid = transferred.hindrances(actor, read.get().parcel(), into);
            if (!unsaid.isEmpty()) {
                throw new NotTaken(unsaid);
            }
            var file = transferred.write(actor, read.get().parcel(), into);
            plans.write(actor, file, read.get().plan(), into.owner());
            if (!transfers.take(id, file.id())) {
                throw Problem.notNow();
            }
            audit.note("transfer.taken", id, file.code());
            return file.path();
        });
        finish(window.ownerOrg());
        return path;
    }

    /** Closes, at this organisation, what others took over from it; what was interrupted is done now. */
    void finish(UUID owner) {
        var system = organisations.system(owner);
        var taken = work.as(system, "case.transfer", () -> {
            audit.showsNothing();
            return transfers.taken();
        });
        for (var one : taken) {
            var answered = work.as(system, "case.transfer", () -> {
                if (!transfers.closed(one.window())) {
                    audit.showsNothing();
                    return Optional.<CaseWindow>empty();
                }
                endOthers(one);
                var row = rows.find(one.window()).orElseThrow(Problem::notFound);
                transferred.close(system, one.oldCase(), one.toOrg(), row.madeBy());
                return windows.of(List.of(one.oldCase())).stream().filter(card -> card.id().equals(one.window())).findFirst();
            });
            answered.ifPresent(window -> mail.answered(window, null));
        }
    }

    /** Where the case is that was taken over through this window, for those of its organisation who may see it. */
    Optional<CaseFile> taken(Actor actor, UUID window) {
        return work.as(actor, "shared.see", () -> transfers.caseOf(window)
                .filter(_ -> actor.may("case.see"))
                .map(id -> cases.byIds(actor, List.of(id)).get(id)));
    }

    private Read read(Actor actor, CaseWindow window) {
        var guest = shared.guest(actor, window);
        return work.as(guest, "shared.answer", () -> {
            if (!window.kind().equals("transfer")) {
                throw Problem.notNow();
            }
            var file = cases.byIds(guest, List.of(window.caseId())).get(window.caseId());
            if (file == null) {
                throw Problem.notNow();
            }
            audit.note("transfer.read", window.id(), String.join(" ", window.sections()));
            return new Read(transferred.read(guest, file), window.shows("plan") ? plans.read(guest, file) : List.of());
        });
    }

    /** Whoever else looked at the old case does so no more. */
    private void endOthers(TransferRepository.Taken one) {
        windows.of(List.of(one.oldCase())).stream()
                .filter(card -> card.isLive() && !card.id().equals(one.window()))
                .forEach(card -> windows.move(card.id(), "revoked", "transferred"));
    }

    private void lendPeople(Actor actor, CaseFile file, ReferralRepository.Row row) {
        if (row.sections().contains("people")) {
            var keys = new ArrayList<UUID>();
            parties.of(actor, file).stream().filter(party -> !party.isClient())
                    .forEach(party -> keys.add(persons.keyOf(actor, party.person())));
            vault.lend(row.id(), row.toOrg(), keys);
        }
    }

    /** Whether nobody else works with it, or is asked to. */
    private boolean isQuiet(CaseFile file) {
        return windows.of(List.of(file.id())).stream().noneMatch(CaseWindow::isLive);
    }

    private CaseFile open(Actor actor, String code) {
        var file = cases.openFor(actor, code, "case.transfer");
        if (!file.isOpen()) {
            throw Problem.notNow();
        }
        return file;
    }
}
