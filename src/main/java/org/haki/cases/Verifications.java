package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The check of a closing, with the client or whoever reported, by somebody who neither owns the case nor proposed it. */
@Service
public class Verifications {

    private static final String NOTE = "verification";
    private static final String WAIVED = "waived";

    /** A check as it was written down; {@code note} is "" for those who may not read the story. */
    public record Check(UUID id, UUID closure, String result, String spokenWith, Integer attempts, String note, String by, Instant at) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Closings closings;
    private final CaseFileRepository files;
    private final ClosureRepository closures;
    private final Retention retention;
    private final EventRepository history;
    private final Outbox outbox;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Verifications(
            Work work,
            Audit audit,
            Vault vault,
            Staff staff,
            CaseFiles cases,
            CaseTypes types,
            Closings closings,
            CaseFileRepository files,
            ClosureRepository closures,
            Retention retention,
            EventRepository history,
            Outbox outbox,
            ApplicationEventPublisher news,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.cases = cases;
        this.types = types;
        this.closings = closings;
        this.files = files;
        this.closures = closures;
        this.retention = retention;
        this.history = history;
        this.outbox = outbox;
        this.news = news;
        this.clock = clock;
    }

    /** Whether this actor is somebody else than the owner and the proposer, as a check needs. */
    public boolean isSomebodyElse(Actor actor, CaseFile file, Closings.Closure closure) {
        return !actor.is(file.owner()) && !actor.is(closure.proposedBy());
    }

    /** Writes down the check: where the client disputes, the case is open again; else it is closed. */
    public String verify(Actor actor, String code, VerifyClosing said, Op op) {
        var checked = new AtomicReference<ClosingChecked>();
        var path = work.once(actor, "case.verify", op, () -> {
            var file = cases.openFor(actor, code, "case.verify");
            var spokenWith = said.unreachable() ? "" : said.spokenWith();
            var attempts = said.unreachable() ? said.tries() : null;
            return settle(actor, file, op, said.result(), spokenWith, attempts, said.note(), checked);
        });
        tellOutside(checked.get());
        return path;
    }

    /** Closes without a check; a supervisor may, with the reason in words, and never her own proposal. */
    public String waive(Actor actor, String code, String why, Op op) {
        var checked = new AtomicReference<ClosingChecked>();
        var path = work.once(actor, "case.waive", op, () -> {
            var file = cases.openFor(actor, code, "case.waive");
            return settle(actor, file, op, WAIVED, "", null, why, checked);
        });
        tellOutside(checked.get());
        return path;
    }

    /** Every check of this case's closings, the oldest first. */
    public List<Check> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            boolean whole = actor.may("case.read", file.office());
            var rows = closures.checksOf(file.id());
            var names = new HashMap<UUID, String>(
                    staff.names(actor, rows.stream().map(ClosureRepository.Check::by).collect(Collectors.toSet())));
            return rows.stream().map(row -> new Check(
                    row.id(), row.closure(), row.result(), row.spokenWith(), row.attempts(),
                    whole && row.note() != null ? vault.read(file.key(), row.id(), NOTE, row.note()) : "",
                    names.getOrDefault(row.by(), ""), row.at())).toList();
        });
    }

    private String settle(
            Actor actor, CaseFile file, Op op, String result, String spokenWith, Integer attempts, String note,
            AtomicReference<ClosingChecked> checked) {
        boolean disputed = result.equals("disputed");
        var next = disputed ? file.backToWork() : file.closed(clock.instant(), types.of(file), actor.zone());
        var closure = closures.now(file.id()).orElseThrow(Problem::notNow);
        if (actor.is(closure.proposedBy()) || actor.is(file.owner())) {
            throw new Problem(Problem.Kind.OWN_PROPOSAL);
        }
        if (!disputed && !closings.obstacles(actor, file).isEmpty()) {
            throw Problem.notNow();
        }
        var written = files.update(next, op.base());
        var id = Id.next();
        var sealed = note.isBlank() ? null : vault.seal(file.key(), id, NOTE, note);
        if (!disputed) {
            retention.begin(actor, written);
        }
        closures.insert(new ClosureRepository.Check(
                id, file.id(), closure.id(), result, spokenWith, attempts, sealed, actor.person(), null));
        if (disputed) {
            closures.end(file.id(), "disputed");
        }
        history.add(actor, file.id(), disputed ? "disputed" : "verified", result, "");
        audit.note(disputed ? "case.closing_disputed" : "case.closed", file.id(), result);
        news.publishEvent(new CaseVerified(
                cases.figures(actor, written), actor.person(), closure.outcome(), closure.reason(), closure.serviceLevel(),
                result, !disputed));
        if (closure.byOrg() != null) {
            checked.set(new ClosingChecked(actor.org(), file.id(), closure.byOrg(), !disputed));
        }
        tell(actor, file, closure.byOrg() == null ? closure.proposedBy() : null, disputed ? "closing_disputed" : "case_closed");
        boolean goesOutOfSight = file.fenced() && closings.isOnlyVerifier(actor, file);
        closings.endVerifiers(file.id());
        return goesOutOfSight ? "/today" : file.path();
    }

    private void tellOutside(ClosingChecked checked) {
        if (checked != null) {
            news.publishEvent(checked);
        }
    }

    private void tell(Actor actor, CaseFile file, UUID proposer, String template) {
        var told = Stream.of(proposer, file.owner()).filter(person -> person != null && !actor.is(person)).collect(Collectors.toSet());
        outbox.tell(actor.org(), told, template, file.code(), file.path());
    }
}
