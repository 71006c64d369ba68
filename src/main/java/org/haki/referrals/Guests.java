package org.haki.referrals;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haki.access.Organisations;
import org.haki.access.Token;
import org.haki.access.Tries;
import org.haki.activities.Plans;
import org.haki.audit.Audit;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseStory;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.people.Persons;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody without an account, at the page that was made for them. The link and its code open it once; the browser that
 * opened it keeps it for some minutes. All of it stands in the owner's trail, under the name by which the referral calls
 * them.
 */
@Service
public class Guests {

    /** So long an opened page stays open. */
    public static final Duration OPEN = Duration.ofMinutes(30);
    private static final Set<String> VERBS = Set.of("guest.open", "case.see", "shared.see", "shared.answer", "person.see", "activity.see");

    /** What is seen: the window, under the name of whoever asks. */
    public record Seen(String owner, SharedCases.View view) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Organisations organisations;
    private final Tries tries;
    private final CaseFiles cases;
    private final CaseStory story;
    private final Persons persons;
    private final Plans plans;
    private final ReferralRepository referrals;
    private final CaseWindowRepository windows;
    private final WindowEntryRepository entries;
    private final GuestPassRepository passes;
    private final ReferralSeal seal;
    private final ReferralMail mail;
    private final Clock clock;

    Guests(
            Work work,
            Audit audit,
            Vault vault,
            TransactionTemplate transaction,
            Organisations organisations,
            Tries tries,
            CaseFiles cases,
            CaseStory story,
            Persons persons,
            Plans plans,
            ReferralRepository referrals,
            CaseWindowRepository windows,
            WindowEntryRepository entries,
            GuestPassRepository passes,
            ReferralSeal seal,
            ReferralMail mail,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.transaction = transaction;
        this.organisations = organisations;
        this.tries = tries;
        this.cases = cases;
        this.story = story;
        this.persons = persons;
        this.plans = plans;
        this.referrals = referrals;
        this.windows = windows;
        this.entries = entries;
        this.passes = passes;
        this.seal = seal;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Opens the page of this link with its code; answers the session that the browser keeps. Empty for a link that was
     * never given, was opened, is over or was taken back, for a wrong code, and while too many wrong ones have to wait.
     */
    public Optional<String> open(String token, String typed, String request) {
        var link = Token.hash(token);
        var subject = HexFormat.of().formatHex(link);
        var digits = Text.westernDigits(typed).replaceAll("\\D", "");
        if (!tries.mayTry(subject)) {
            return Optional.empty();
        }
        var session = Token.next();
        boolean opened = Boolean.TRUE.equals(transaction.execute(_ -> {
            var now = clock.instant();
            return passes.owner(link, now)
                    .map(owner -> passes.open(link, GuestPasses.codeHash(vault, owner, token, digits), session.hash(), now, now.plus(OPEN)))
                    .orElse(false);
        }));
        if (!opened) {
            return Optional.empty();
        }
        tries.held(subject);
        var guest = actor(session.text(), request).orElseThrow(Problem::notFound);
        work.as(guest, "guest.open", () -> {
            var window = windows.atWork().orElseThrow(Problem::notFound);
            audit.note("pass.opened", window.id(), window.code());
            audit.shows(window.caseId());
        });
        return Optional.of(session.text());
    }

    /** Whoever keeps this session, while it lasts. */
    public Optional<Actor> actor(String session, String request) {
        var hash = Token.hash(session);
        return transaction.execute(_ -> passes.place(hash, clock.instant())).map(place -> Actor.byPass(
                place.window(), place.owner(), place.office(), VERBS, organisations.of(place.owner()).zone(), request,
                HexFormat.of().formatHex(hash)));
    }

    /** What is seen now; empty where nothing is any more. */
    public Optional<Seen> see(Actor guest) {
        var owner = organisations.of(guest.org()).name();
        return work.as(guest, "shared.see", () -> windows.atWork().map(window -> {
            audit.shows(window.caseId());
            var file = cases.byIds(guest, List.of(window.caseId())).get(window.caseId());
            var referral = referrals.find(window.id()).map(row -> seal.open(window.key(), row, window)).orElseThrow(Problem::notFound);
            return new Seen(owner, new SharedCases.View(
                    window,
                    file,
                    referral,
                    file == null || !window.shows("identity") ? null : persons.openAll(guest, List.of(window.client())).get(window.client()),
                    file == null || !window.shows("story") ? List.of() : story.atWindow(guest, file, owner),
                    file == null || !window.shows("plan") ? List.of() : plans.ofCase(guest, file),
                    List.of()));
        }));
    }

    /** They will help; now they see what she agreed to. */
    public void accept(Actor guest, Op op) {
        answer(guest, "accepted", "", "", op);
    }

    /** They cannot help, for a reason of {@link SharedCases#REASONS}. */
    public void reject(Actor guest, String reason, Op op) {
        answer(guest, "rejected", reason, "", op);
    }

    /** The service was given; the remark says what came of it. */
    public void complete(Actor guest, String remark, Op op) {
        answer(guest, "completed", "", remark, op);
    }

    /** The client did not get the service. */
    public void fail(Actor guest, String reason, String remark, Op op) {
        answer(guest, "not_received", reason, remark, op);
    }

    /** Only a remark, while the work goes on. */
    public void remark(Actor guest, String remark, Op op) {
        work.once(guest, "shared.answer", op, () -> {
            write(windows.atWork().filter(CaseWindow::isOpen).orElseThrow(Problem::notNow), remark);
            return "";
        });
    }

    private void answer(Actor guest, String next, String reason, String remark, Op op) {
        var told = new Runnable[1];
        work.once(guest, "shared.answer", op, () -> {
            var window = windows.atWork().orElseThrow(Problem::notNow);
            var madeBy = referrals.find(window.id()).map(ReferralRepository.Row::madeBy).orElse(null);
            if (!Text.blank(remark)) {
                write(window, remark);
            }
            if (!windows.move(window.id(), next, reason)) {
                throw Problem.notNow();
            }
            audit.note("referral." + next, window.id(), reason);
            audit.shows(window.caseId());
            told[0] = () -> mail.answered(window, madeBy);
            return "";
        });
        if (told[0] != null) {
            told[0].run();
        }
    }

    private void write(CaseWindow window, String remark) {
        UUID entry = Id.next();
        entries.insert(new WindowEntryRepository.Row(
                entry, window.caseId(), window.id(), null, null, "remark", "", null, "", "",
                seal.sealEntry(window, entry, remark), clock.instant(), null));
        audit.note("window.entry", entry, window.code());
        audit.shows(window.caseId());
    }
}
