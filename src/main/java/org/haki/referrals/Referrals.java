package org.haki.referrals;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.Partner;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.SharingConsents;
import org.haki.cases.StoryEntry;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;

/** What the owner of a case does: asks others to help, with the client's consent, and takes it back. */
@Service
public class Referrals {

    private static final Map<String, Duration> ANSWER_WITHIN =
            Map.of("emergency", Duration.ofHours(24), "urgent", Duration.ofHours(72), "normal", Duration.ofDays(14));
    private static final Duration LONGEST = Duration.ofDays(365);
    /** Why an owner takes a referral back; a withdrawn consent does it by itself. */
    public static final List<String> REASONS = List.of("no_longer_needed", "helped_elsewhere", "mistake", "safety", "other");

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Persons persons;
    private final Networks networks;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final SharingConsents consents;
    private final ReferralRepository referrals;
    private final CaseWindowRepository windows;
    private final WindowEntryRepository entries;
    private final Leads leads;
    private final ReferralSeal seal;
    private final ReferralMail mail;
    private final Clock clock;

    Referrals(
            Work work,
            Audit audit,
            Vault vault,
            Persons persons,
            Networks networks,
            Organisations organisations,
            CaseFiles cases,
            SharingConsents consents,
            ReferralRepository referrals,
            CaseWindowRepository windows,
            WindowEntryRepository entries,
            Leads leads,
            ReferralSeal seal,
            ReferralMail mail,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.persons = persons;
        this.networks = networks;
        this.organisations = organisations;
        this.cases = cases;
        this.consents = consents;
        this.referrals = referrals;
        this.windows = windows;
        this.entries = entries;
        this.leads = leads;
        this.seal = seal;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Refers the case: writes the consent down where she was asked now, opens the window and tells the receiver. With an
     * exception instead of a consent it waits until a supervisor has approved it. Refused without either, or to
     * somebody outside the network. Answers the address of the case's referrals.
     */
    public String send(Actor actor, String code, SendReferral said, Op op) {
        var told = new AtomicReference<UUID>();
        var path = work.once(actor, "referral.send", op, () -> {
            var file = openFor(actor, code, "referral.send");
            refuseUnless(networks.partner(actor, said.toOrg()).filter(Partner::active).isPresent());
            var row = row(actor, file, said, null, said.asksNow() ? askNow(actor, file, said) : null);
            referrals.insert(row);
            audit.note("referral.made", row.id(), file.code());
            if (row.exception().isEmpty()) {
                open(file, row);
                told.set(row.toOrg());
            } else {
                mail.askApproval(actor, file);
            }
            cases.touch(actor, file);
            return file.path() + "/referrals";
        });
        if (told.get() != null) {
            mail.arrived(told.get());
        }
        return path;
    }

    /** A supervisor who did not make it approves the exception; the window opens. */
    public String approve(Actor actor, String code, UUID id, Op op) {
        var told = new AtomicReference<UUID>();
        var path = work.once(actor, "referral.approve", op, () -> {
            var file = openFor(actor, code, "referral.approve");
            var row = find(file, id);
            if (actor.is(row.madeBy())) {
                throw new Problem(Problem.Kind.OWN_PROPOSAL);
            }
            if (row.toOrg() != null && networks.partner(actor, row.toOrg()).filter(Partner::active).isEmpty()) {
                throw Problem.notNow();
            }
            if (referrals.approve(id, actor.person()) == 0) {
                throw Problem.notNow();
            }
            audit.note("referral.exception_approved", id, row.exception());
            open(file, row);
            told.set(row.toOrg());
            return file.path() + "/referrals";
        });
        if (told.get() != null) {
            mail.arrived(told.get());
        }
        return path;
    }

    /** Takes a referral back; whoever looks through its window sees nothing at the next request. */
    public String revoke(Actor actor, String code, UUID id, String reason, Op op) {
        return work.once(actor, "referral.send", op, () -> {
            var file = cases.openFor(actor, code, "referral.send");
            find(file, id);
            if (!windows.move(id, "revoked", reason)) {
                throw Problem.notNow();
            }
            audit.note("referral.revoked", id, reason);
            return file.path() + "/referrals";
        });
    }

    /** Every referral of the case, the oldest first. */
    public List<Referral> of(Actor actor, CaseFile file) {
        return work.as(actor, "referral.see", () -> {
            var rows = referrals.of(file.id());
            var cards = windows.of(List.of(file.id())).stream().collect(Collectors.toMap(CaseWindow::id, Function.identity()));
            return rows.stream().map(row -> seal.open(file.key(), row, cards.get(row.id()))).toList();
        });
    }

    /** Whom the case was shared with, what came of it, and what receivers recorded about it; in no order. */
    public List<StoryEntry> story(Actor actor, CaseFile file) {
        return work.as(actor, "referral.see", () -> {
            var cards = leads.windowsOf(file.id()).stream().collect(Collectors.toMap(CaseWindow::id, Function.identity()));
            if (cards.isEmpty()) {
                return List.of();
            }
            vault.fetch(cards.values().stream().map(CaseWindow::ownKey).toList());
            var names = networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name));
            referrals.of(file.id()).stream().filter(row -> row.toOrg() == null).forEach(row -> names.put(row.id(), row.toName()));
            var told = new ArrayList<StoryEntry>();
            entries.of(file.id()).forEach(row -> told.add(seal.openEntry(
                    cards.get(row.window()), row, names.getOrDefault(row.byOrg() == null ? row.window() : row.byOrg(), ""))));
            cards.values().forEach(window -> told.addAll(SharingLine.of(
                    window, names.getOrDefault(window.toOrg() == null ? window.id() : window.toOrg(), ""),
                    window.byOrg().equals(window.ownerOrg()) ? "" : names.getOrDefault(window.byOrg(), ""))));
            return told;
        });
    }

    /** Whether her yes to this recipient covers it and lasts: no longer than 30 days after the last service on it has ended. */
    boolean isConsented(CaseFile file, SendReferral said) {
        return windows.isConsented(file.id(), said.kind(), said.toOrg(), said.sections());
    }

    LocalDate today(Actor actor) {
        return LocalDate.now(clock.withZone(actor.zone()));
    }

    /** What is due by when, for this urgency. */
    static Duration answerWithin(String urgency) {
        return ANSWER_WITHIN.get(urgency);
    }

    /** The row of a referral made now by whoever is at work; {@code parent} is the window through which it goes onward. */
    ReferralRepository.Row row(Actor actor, CaseFile file, SendReferral said, UUID parent, UUID consent) {
        var id = Id.next();
        return new ReferralRepository.Row(
                id, file.id(), actor.window() == null ? actor.org() : actor.window().org(), parent, said.kind(), said.service(),
                said.toOrg(), null, "", said.urgency(), said.sections(), consent,
                said.exception(), null, seal.seal(file, id, said.words()), null, actor.person());
    }

    /** Opens the window of a referral, and lends its keys. */
    void open(CaseFile file, ReferralRepository.Row row) {
        var actor = Work.scope().actor();
        var ownKey = vault.newKey(KeyKind.WINDOW);
        var now = clock.instant();
        if (!windows.make(row.id(), ownKey, now.plus(ANSWER_WITHIN.get(row.urgency())), now.plus(LONGEST))) {
            throw Problem.notNow();
        }
        var keys = new ArrayList<>(List.of(file.key(), ownKey));
        if (row.sections().contains("identity")) {
            keys.add(persons.keyOf(actor, file.client()));
        }
        vault.lend(row.id(), row.toOrg() == null ? actor.org() : row.toOrg(), keys);
        audit.note("window.made", row.id(), String.join(" ", row.sections()));
    }

    UUID askNow(Actor actor, CaseFile file, SendReferral said) {
        var language = organisations.of(actor.org()).language();
        return consents.record(actor, file, said.decision(today(actor), language));
    }

    private CaseFile openFor(Actor actor, String code, String verb) {
        var file = cases.openFor(actor, code, verb);
        if (!file.isOpen()) {
            throw Problem.notNow();
        }
        return file;
    }

    private ReferralRepository.Row find(CaseFile file, UUID id) {
        return referrals.find(id).filter(row -> row.caseId().equals(file.id())).orElseThrow(Problem::notFound);
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notFound();
        }
    }
}
