package org.haki.cases;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.haki.access.Organisations;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * What whoever leads a case through a window does about its closing: proposes it and takes that back. The owner's people
 * check it, as they check their own.
 */
@Service
public class LeadClosings {

    private static final String VERB = "case.propose";

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Closings closings;
    private final ClosingRules rules;
    private final CaseFileRepository files;
    private final ClosureRepository closures;
    private final EventRepository history;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    LeadClosings(
            Work work,
            Audit audit,
            Vault vault,
            Organisations organisations,
            CaseFiles cases,
            CaseTypes types,
            Closings closings,
            ClosingRules rules,
            CaseFileRepository files,
            ClosureRepository closures,
            EventRepository history,
            ApplicationEventPublisher news,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.organisations = organisations;
        this.cases = cases;
        this.types = types;
        this.closings = closings;
        this.rules = rules;
        this.files = files;
        this.closures = closures;
        this.history = history;
        this.news = news;
        this.clock = clock;
    }

    /** The proposal of this organisation that stands, by whichever of its people. */
    public Optional<Closings.Closure> now(Actor guest, CaseFile file) {
        return work.as(guest, VERB, () -> closures.now(file.id()).map(row -> new Closings.Closure(
                row.id(), row.outcome(), row.reason(), row.serviceLevel(),
                row.remark() == null ? "" : vault.read(file.key(), row.id(), Closings.REMARK, row.remark()),
                row.toldReturn(), row.keptYears(), null, "", row.proposedBy(), guest.is(row.proposedBy()) ? guest.name() : "",
                row.proposedAt(), row.endedAt(), row.endedHow(), row.draw())));
    }

    /**
     * What the type asks before an open case closes and is not so yet. A guest does not see the whole sheet, so Haki looks
     * for the owner, in a transaction of its own, and tells no more than the sentences that the type has for it.
     */
    public List<Labels> unmet(Actor guest, String code) {
        var system = organisations.system(guest.org());
        return work.as(system, "case.ask", () -> {
            var file = cases.open(system, code);
            return file.isOpen() ? rules.unmet(system, file) : List.of();
        });
    }

    /** Proposes to close; who checks it is the owner's to say. Answers the address of the window. */
    public String propose(Actor guest, String code, ProposeClosing said, Op op) {
        if (!unmet(guest, code).isEmpty()) {
            throw Problem.notNow();
        }
        return work.once(guest, VERB, op, () -> {
            var file = cases.openFor(guest, code, VERB);
            var proposed = file.proposed(clock.instant());
            if (!closings.obstacles(guest, file).isEmpty() || !said.errors(types.of(file), List.of(), 0).isEmpty()) {
                throw Problem.notNow();
            }
            var written = files.updateStatus(proposed, op.base());
            var id = Id.next();
            var remark = said.remark().isBlank() ? null : vault.seal(file.key(), id, Closings.REMARK, said.remark());
            closures.insert(new ClosureRepository.Row(
                    id, file.id(), said.outcome(), said.reason(), said.serviceLevel(), remark, said.toldReturn().equals("yes"),
                    said.years(types.of(file)), null, guest.person(), guest.window().org(), null, null, null, null));
            history.add(guest, file.id(), "proposed", said.outcome(), said.reason());
            audit.note("case.closing_proposed", file.id(), said.outcome() + " " + said.reason());
            news.publishEvent(new ClosingProposed(
                    cases.figures(guest, written), guest.person(), null, said.outcome(), said.reason(), said.serviceLevel()));
            return file.pathFor(guest);
        });
    }

    /** Takes the proposal back: there is more to do. */
    public String withdraw(Actor guest, String code, Op op) {
        return work.once(guest, VERB, op, () -> {
            var file = cases.openFor(guest, code, VERB);
            var back = file.backToWork();
            closures.now(file.id()).orElseThrow(Problem::notNow);
            var written = files.updateStatus(back, op.base());
            closures.end(file.id(), "withdrawn");
            history.add(guest, file.id(), "withdrawn", "", "");
            audit.note("case.closing_withdrawn", file.id(), "");
            news.publishEvent(new ClosingWithdrawn(cases.figures(guest, written), guest.person()));
            return file.pathFor(guest);
        });
    }
}
