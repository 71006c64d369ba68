package org.haki.cases;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haki.access.Colleague;
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
import org.springframework.stereotype.Component;

/** Writes down a proposal to close, once nothing stands in its way. */
@Component
class ProposedClosings {

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final CaseFileRepository files;
    private final TeamRepository teams;
    private final ClosureRepository closures;
    private final ClosingDraw draws;
    private final EventRepository history;
    private final Outbox outbox;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ProposedClosings(Work work, Audit audit, Vault vault, Staff staff, CaseFiles cases, CaseTypes types, CaseFileRepository files,
            TeamRepository teams, ClosureRepository closures, ClosingDraw draws, EventRepository history, Outbox outbox,
            ApplicationEventPublisher news, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.cases = cases;
        this.types = types;
        this.files = files;
        this.teams = teams;
        this.closures = closures;
        this.draws = draws;
        this.history = history;
        this.outbox = outbox;
        this.news = news;
        this.clock = clock;
    }

    /** Who may be asked to check a closing that this actor proposes. */
    List<Colleague> verifiers(Actor actor, CaseFile file) {
        return work.as(actor, "case.propose", () -> staff.able(actor, file.office(), "case.verify").stream()
                .filter(colleague -> !actor.is(colleague.id()) && !colleague.id().equals(file.owner()))
                .toList());
    }

    /** The colleague asked to check it is told, and joins the team of a fenced case. Answers the address of the case. */
    String write(Actor actor, CaseFile file, ProposeClosing said, Op op) {
        var verifier = said.verifier().isEmpty() ? null : Id.of(said.verifier());
        if (verifier != null && verifiers(actor, file).stream().noneMatch(able -> able.id().equals(verifier))) {
            throw Problem.notNow();
        }
        var written = files.update(file.proposed(clock.instant()), op.base());
        var id = Id.next();
        var remark = said.remark().isBlank() ? null : vault.seal(file.key(), id, Closings.REMARK, said.remark());
        var draw = draws.of(actor, file);
        var asked = ClosingDraw.NOT_DRAWN.equals(draw) ? null : verifier;
        var closure = new ClosureRepository.Row(
                id, file.id(), said.outcome(), said.reason(), said.serviceLevel(), remark, said.toldReturn().equals("yes"),
                said.years(types.of(file)), asked, actor.person(), null, null, null, null, draw);
        closures.insert(closure);
        ask(actor, file, asked);
        history.add(actor, file.id(), "proposed", said.outcome(), said.reason());
        audit.note("case.closing_proposed", file.id(), said.outcome() + " " + said.reason());
        news.publishEvent(new ClosingProposed(
                cases.figures(actor, written), actor.person(), asked, said.outcome(), said.reason(), said.serviceLevel()));
        draws.follow(actor, written, closure);
        return file.path();
    }

    private void ask(Actor actor, CaseFile file, UUID verifier) {
        if (verifier == null) {
            return;
        }
        if (file.fenced() && teams.of(file.id()).stream().noneMatch(place -> place.person().equals(verifier) && place.until() == null)) {
            teams.join(file.id(), verifier, "verifier", null, actor.person());
        }
        outbox.tell(actor.org(), Set.of(verifier), "closing_proposed", file.code(), file.path() + "/verification");
    }
}
