package org.haki.cases;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Which closings are checked where the type goes by sample. It is drawn with the proposal, once for each time that the case is
 * open, and kept: proposing again draws nothing anew. What is not drawn closes with the proposal, and a row says so.
 */
@Component
class ClosingDraw {

    static final String NEW_WORKER = "new_worker";
    static final String CHANCE = "chance";
    static final String NOT_DRAWN = "not_drawn";

    private static final SecureRandom DICE = new SecureRandom();

    private final Work work;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final CaseFileRepository files;
    private final ClosureRepository closures;
    private final Retention retention;
    private final EventRepository history;
    private final Audit audit;
    private final Outbox outbox;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ClosingDraw(Work work, CaseFiles cases, CaseTypes types, CaseFileRepository files, ClosureRepository closures, Retention retention,
            EventRepository history, Audit audit, Outbox outbox, ApplicationEventPublisher news, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.types = types;
        this.files = files;
        this.closures = closures;
        this.retention = retention;
        this.history = history;
        this.audit = audit;
        this.outbox = outbox;
        this.news = news;
        this.clock = clock;
    }

    /** What is drawn for this proposal; {@code null} where every closing is checked, as in all that is kept to its team. */
    String of(Actor actor, CaseFile file) {
        var rule = types.of(file).ending().verification();
        if (!rule.is(TypeEnding.Verification.SAMPLE) || file.fenced()) {
            return null;
        }
        var before = drawnSinceItOpened(closures.of(file.id()));
        if (before != null) {
            return before;
        }
        boolean isNew = closures.drawnAsNew(actor.person(), file.type()) < rule.newWorkers();
        return isNew ? NEW_WORKER : isDrawn(rule.oneIn()) ? CHANCE : NOT_DRAWN;
    }

    /** Whether the dice fall on one of so many. */
    static boolean isDrawn(int oneIn) {
        return DICE.nextInt(oneIn) == 0;
    }

    private static String drawnSinceItOpened(List<ClosureRepository.Row> proposals) {
        String drawn = null;
        for (var proposal : proposals) {
            drawn = "reopened".equals(proposal.endedHow()) ? null : proposal.draw() != null ? proposal.draw() : drawn;
        }
        return drawn;
    }

    /** What comes of it, after the proposal is written and told: it waits for its check, or it is closed. */
    void follow(Actor actor, CaseFile proposed, ClosureRepository.Row closure) {
        if (closure.draw() == null) {
            return;
        }
        if (!closure.draw().equals(NOT_DRAWN)) {
            history.add(actor, proposed.id(), "drawn", closure.draw(), "");
            audit.note("case.closing_drawn", proposed.id(), closure.draw());
            return;
        }
        var closed = files.update(proposed.closed(clock.instant(), types.of(proposed), actor.zone()), proposed.version());
        retention.begin(actor, closed);
        closures.insert(new ClosureRepository.Check(Id.next(), closed.id(), closure.id(), NOT_DRAWN, "", null, null, null, null));
        history.add(actor, closed.id(), NOT_DRAWN, "", "");
        audit.note("case.closed_not_drawn", closed.id(), "");
        news.publishEvent(new CaseVerified(cases.figures(actor, closed), actor.person(), closure.outcome(), closure.reason(),
                closure.serviceLevel(), NOT_DRAWN, true));
        if (closed.owner() != null && !actor.is(closed.owner())) {
            outbox.tell(actor.org(), Set.of(closed.owner()), "closing_undrawn", closed.code(), closed.path());
        }
    }

    /** What came of the proposal that stands: {@code proposed}, {@code drawn} to be checked, or {@code not_drawn} and closed. */
    String cameOf(Actor actor, String code) {
        return work.as(actor, "case.propose", () -> closures.now(cases.openFor(actor, code, "case.propose").id())
                .map(ClosureRepository.Row::draw)
                .map(draw -> draw.equals(NOT_DRAWN) ? NOT_DRAWN : "drawn")
                .orElse("proposed"));
    }
}
