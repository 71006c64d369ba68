package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.access.Networks;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** The proposal to close a case, its withdrawal, and coming back: reopening and archiving. */
@Service
public class Closings {

    /** Why a closed case is opened again; keys of words. */
    public static final List<String> REASONS_TO_REOPEN = List.of("came_back", "not_solved", "new_information", "closed_by_mistake");

    static final String REMARK = "closing";
    private static final int ARCHIVED_AT_ONCE = 200;

    /** A proposal to close, opened; {@code remark} is "" for those who may not read the story. */
    public record Closure(
            UUID id,
            String outcome,
            String reason,
            String serviceLevel,
            String remark,
            boolean toldReturn,
            Integer keptYears,
            UUID verifier,
            String verifierName,
            UUID proposedBy,
            String proposedByName,
            Instant proposedAt,
            Instant endedAt,
            String endedHow,
            String draw) {}

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Staff staff;
    private final Networks networks;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final ClosingRules rules;
    private final ProposedClosings proposals;
    private final CaseFileRepository files;
    private final TeamRepository teams;
    private final ClosureRepository closures;
    private final Retention retention;
    private final EventRepository history;
    private final ObjectProvider<ClosingCheck> checks;
    private final Outbox outbox;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Closings(
            Work work,
            Audit audit,
            Vault vault,
            Staff staff,
            Networks networks,
            CaseFiles cases,
            CaseTypes types,
            ClosingRules rules,
            ProposedClosings proposals,
            CaseFileRepository files,
            TeamRepository teams,
            ClosureRepository closures,
            Retention retention,
            EventRepository history,
            ObjectProvider<ClosingCheck> checks,
            Outbox outbox,
            ApplicationEventPublisher news,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.staff = staff;
        this.networks = networks;
        this.cases = cases;
        this.types = types;
        this.rules = rules;
        this.proposals = proposals;
        this.files = files;
        this.teams = teams;
        this.closures = closures;
        this.retention = retention;
        this.history = history;
        this.checks = checks;
        this.outbox = outbox;
        this.news = news;
        this.clock = clock;
    }

    /** What still stands in the way of closing. */
    public Errors obstacles(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            var errors = new Errors();
            checks.orderedStream().forEach(check -> errors.addAll(check.check(actor, file)));
            return errors;
        });
    }

    /** Who may be asked to check a closing that this actor proposes. */
    public List<Colleague> verifiers(Actor actor, CaseFile file) {
        return proposals.verifiers(actor, file);
    }

    /**
     * Proposes to close; the colleague asked to check it is told, and joins the team of a fenced case. Where the type goes by
     * sample and this one is not drawn, it closes.
     */
    public String propose(Actor actor, String code, ProposeClosing said, Op op) {
        return work.once(actor, "case.propose", op, () -> {
            var file = cases.openFor(actor, code, "case.propose");
            refuseUnless(file.isOpen() && obstacles(actor, file).isEmpty() && rules.unmet(actor, file).isEmpty());
            refuseUnless(said.errors(types.of(file), said.verifier().isEmpty() ? List.of() : List.of(said.verifier()), retention.atLeast(actor, file)).isEmpty());
            return proposals.write(actor, file, said, op);
        });
    }

    /** What stands in the way of a brief exit: what is not hard ends with it. */
    Errors briefObstacles(Actor actor, CaseFile file) {
        return work.as(actor, "case.propose", () -> {
            var errors = new Errors();
            checks.orderedStream().forEach(check -> errors.addAll(check.checkBriefly(actor, file)));
            return errors;
        });
    }

    /** Leaves a case in which little more than a talk took place, as its type says: what is planned and not hard ends with it. */
    String leaveBriefly(Actor actor, String code, LeaveBriefly said, Op op) {
        return work.once(actor, "case.propose", op, () -> {
            var file = cases.openFor(actor, code, "case.propose");
            var brief = types.of(file).ending().brief();
            refuseUnless(brief != null && file.isOpen() && briefObstacles(actor, file).isEmpty()
                    && said.wholly(types.of(file), retention.atLeast(actor, file)).isEmpty());
            news.publishEvent(new LeftBriefly(file));
            return proposals.write(actor, file, said.closing(brief), op);
        });
    }

    /** Takes a proposal back: who made it, the owner, or a supervisor. */
    public String withdraw(Actor actor, String code, Op op) {
        return work.once(actor, "case.propose", op, () -> {
            var file = cases.openFor(actor, code, "case.propose");
            var back = file.backToWork();
            var closure = closures.now(file.id()).orElseThrow(Problem::notNow);
            if (!mayWithdraw(actor, file, closure.proposedBy())) {
                throw Problem.notYours();
            }
            var written = files.update(back, op.base());
            closures.end(file.id(), "withdrawn");
            endVerifiers(file.id());
            history.add(actor, file.id(), "withdrawn", "", "");
            audit.note("case.closing_withdrawn", file.id(), "");
            news.publishEvent(new ClosingWithdrawn(cases.figures(actor, written), actor.person()));
            return file.path();
        });
    }

    boolean mayWithdraw(Actor actor, CaseFile file, UUID proposer) {
        return actor.is(proposer) || actor.is(file.owner()) || actor.may("case.waive", file.office());
    }

    /** The same problem is back: the same case opens again. An archived one only by a supervisor. */
    public String reopen(Actor actor, String code, String reason, Op op) {
        return work.once(actor, "case.reopen", op, () -> {
            var file = cases.openFor(actor, code, "case.reopen");
            var again = file.reopenedAgain();
            refuseUnless(closures.now(file.id()).filter(closure -> closure.outcome().equals(TransferredCases.TRANSFERRED)).isEmpty());
            if (file.status() == CaseStatus.ARCHIVED && !actor.may("case.waive", file.office())) {
                throw Problem.notYours();
            }
            var written = files.update(again, op.base());
            closures.end(file.id(), "reopened");
            retention.end(file);
            history.add(actor, file.id(), "reopened", "", reason);
            audit.note("case.reopened", file.id(), reason);
            if (file.owner() != null && !actor.is(file.owner())) {
                outbox.tell(actor.org(), Set.of(file.owner()), "case_reopened", file.code(), file.path());
            }
            news.publishEvent(new CaseReopened(cases.figures(actor, written), actor.person(), reason));
            return file.path();
        });
    }

    /** Archives a closed case before its days in sight are over. */
    public String archive(Actor actor, String code, Op op) {
        return work.once(actor, "case.archive", op, () -> {
            var file = cases.openFor(actor, code, "case.archive");
            archive(actor, file, op.base());
            return file.path();
        });
    }

    /** Archives every closed case whose days in sight are over; answers how many. */
    public int archiveDue(Actor system) {
        return work.as(system, "case.archive", () -> {
            var due = files.dueForArchive(LocalDate.now(clock.withZone(system.zone())), ARCHIVED_AT_ONCE);
            due.forEach(file -> archive(system, file, file.version()));
            return due.size();
        });
    }

    private void archive(Actor actor, CaseFile file, int base) {
        var archived = files.update(file.archived(clock.instant()), base);
        retention.beginAtLatest(actor, archived);
        history.add(actor, file.id(), "archived", "", "");
        audit.note("case.archived", file.id(), "");
        news.publishEvent(new CaseArchived(cases.figures(actor, archived), actor.person()));
    }

    /** The proposal that stands, or by which the case was closed. */
    public Optional<Closure> now(Actor actor, CaseFile file) {
        return of(actor, file).stream().filter(closure -> closure.endedAt() == null).findFirst();
    }

    /** Every proposal to close this case, the oldest first. */
    public List<Closure> of(Actor actor, CaseFile file) {
        return work.as(actor, "case.see", () -> {
            boolean whole = actor.may("case.read", file.office());
            var rows = closures.of(file.id());
            var people = new HashSet<UUID>();
            rows.forEach(row -> people.addAll(List.of(row.proposedBy(), Objects.requireNonNullElse(row.verifier(), row.proposedBy()))));
            var names = new HashMap<UUID, String>(staff.names(actor, people));
            if (rows.stream().anyMatch(row -> row.byOrg() != null)) {
                networks.known(actor).forEach(partner -> names.put(partner.id(), partner.name()));
            }
            return rows.stream().map(row -> new Closure(
                    row.id(), row.outcome(), row.reason(), row.serviceLevel(),
                    whole && row.remark() != null ? vault.read(file.key(), row.id(), REMARK, row.remark()) : "",
                    row.toldReturn(), row.keptYears(), row.verifier(), names.getOrDefault(row.verifier(), ""),
                    row.proposedBy(), names.getOrDefault(row.byOrg() == null ? row.proposedBy() : row.byOrg(), ""), row.proposedAt(), row.endedAt(), row.endedHow(), row.draw()))
                    .toList();
        });
    }

    /**
     * The cases whose closing waits for this actor's check, for that of somebody the actor stands in for, or for
     * anybody's; never one that the actor owns or proposed.
     */
    public List<CaseFile> waitingFor(Actor actor) {
        return work.as(actor, "case.verify", () -> {
            var verifiers = new HashSet<>(staff.standsInFor(actor));
            verifiers.add(actor.person());
            var ids = closures.waitingFor(verifiers);
            var found = cases.byIds(actor, ids);
            return ids.stream()
                    .filter(found::containsKey)
                    .map(found::get)
                    .filter(file -> actor.may("case.verify", file.office()))
                    .toList();
        });
    }

    /** Those who were on the team only to check the closing leave it. */
    void endVerifiers(UUID caseId) {
        teams.of(caseId).stream().filter(place -> place.role().equals("verifier")).forEach(place -> teams.leave(caseId, place.person()));
    }

    boolean isOnlyVerifier(Actor actor, CaseFile file) {
        return teams.of(file.id()).stream().anyMatch(place -> actor.is(place.person()) && place.role().equals("verifier"));
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notNow();
        }
    }
}
