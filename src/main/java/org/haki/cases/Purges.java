package org.haki.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.stereotype.Service;

/**
 * The end of a case: its years are over, or the client asks for it. One proposes, another agrees, and who she was and
 * what was told is destroyed for good; the database does it in one step and refuses while anything stands against it.
 */
@Service
public class Purges {

    /** Why a case is destroyed. */
    public static final List<String> GROUNDS = List.of("retention", "erasure");
    /** Why nothing of a case may be destroyed. */
    public static final List<String> HOLDS = List.of("court", "complaint", "inquiry", "claim", "audit");
    /** Why a hold ends. */
    public static final List<String> LIFTS = List.of("over", "mistake");
    private static final int LISTED = 200;

    /** How a case stands on its way to its end. */
    public record Standing(LocalDate due, Hold hold, Proposal proposal, Map<String, String> hindrances) {

        /** Why it may not be destroyed for this reason, or {@code null}. */
        public String hindrance(String ground) {
            return hindrances.get(ground);
        }
    }

    public record Hold(String reason, String by, Instant at) {}

    public record Proposal(String ground, String by, Instant at, boolean mine) {}

    /**
     * A case in the list of those whose time is over; {@code keptYears} is what the client chose or {@code null},
     * {@code proposedBy} is "" while nobody proposed it.
     */
    public record Due(CaseFile file, LocalDate due, Integer keptYears, String proposedBy, boolean mine, boolean held) {}

    /** A case that was destroyed. */
    public record Purged(String code, String ground, String by, String and, Instant at) {}

    private final Work work;
    private final Audit audit;
    private final Staff staff;
    private final CaseFiles cases;
    private final PurgeRepository purges;
    private final EventRepository history;
    private final Outbox outbox;
    private final Clock clock;

    Purges(Work work, Audit audit, Staff staff, CaseFiles cases, PurgeRepository purges, EventRepository history, Outbox outbox,
            Clock clock) {
        this.work = work;
        this.audit = audit;
        this.staff = staff;
        this.cases = cases;
        this.purges = purges;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How this case stands. */
    public Standing of(Actor actor, CaseFile file) {
        return work.as(actor, "case.purge", () -> {
            var hold = purges.hold(file.id()).orElse(null);
            var proposal = purges.proposal(file.id()).orElse(null);
            var names = staff.names(actor, Stream.of(hold == null ? null : hold.by(), proposal == null ? null : proposal.by())
                    .filter(Objects::nonNull).collect(Collectors.toSet()));
            return new Standing(
                    purges.due(file.id()).orElse(null),
                    hold == null ? null : new Hold(hold.reason(), names.getOrDefault(hold.by(), ""), hold.at()),
                    proposal == null ? null : new Proposal(proposal.ground(), names.getOrDefault(proposal.by(), ""), proposal.at(),
                            actor.is(proposal.by())),
                    GROUNDS.stream().flatMap(ground -> purges.hindrance(file.id(), ground).map(why -> Map.entry(ground, why)).stream())
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        });
    }

    /** Who else could agree. */
    List<Colleague> others(Actor actor, CaseFile file) {
        return work.as(actor, "case.purge", () -> staff.able(actor, file.office(), "case.purge").stream()
                .filter(colleague -> !actor.is(colleague.id()))
                .toList());
    }

    /** Proposes to destroy a case; those who may agree are told. */
    public String propose(Actor actor, String code, String ground, Op op) {
        return work.once(actor, "case.purge", op, () -> {
            var file = cases.openFor(actor, code, "case.purge");
            refuseUnless(purges.hindrance(file.id(), ground).isEmpty());
            refuseUnless(purges.propose(Id.next(), file.id(), ground, actor.person()) > 0);
            history.add(actor, file.id(), "purge_proposed", "", ground);
            audit.note("case.purge_proposed", file.id(), ground);
            var others = others(actor, file).stream().map(Colleague::id).collect(Collectors.toSet());
            outbox.tell(actor.org(), others, "purge_proposed", file.code(), file.path() + "/purge");
            return file.path() + "/purge";
        });
    }

    /** Takes a proposal back, one's own or another's: one who does not agree ends it. */
    public String withdraw(Actor actor, String code, Op op) {
        return work.once(actor, "case.purge", op, () -> {
            var file = cases.openFor(actor, code, "case.purge");
            refuseUnless(purges.withdraw(file.id(), actor.person()) > 0);
            history.add(actor, file.id(), "purge_withdrawn", "", "");
            audit.note("case.purge_withdrawn", file.id(), "");
            return file.path() + "/purge";
        });
    }

    /** The second one agrees: the case is destroyed. */
    public String approve(Actor actor, String code, Op op) {
        return work.once(actor, "case.purge", op, () -> {
            var file = cases.openFor(actor, code, "case.purge");
            var proposal = purges.proposal(file.id()).orElseThrow(Problem::notNow);
            if (actor.is(proposal.by())) {
                throw new Problem(Problem.Kind.OWN_PROPOSAL);
            }
            refuseUnless(purges.purge(file.id()));
            audit.note("case.purged", file.id(), proposal.ground() + " proposed by " + proposal.by());
            return "/retention";
        });
    }

    /** Keeps everything of a case from being destroyed, whatever its years say. */
    public String hold(Actor actor, String code, String reason, Op op) {
        return work.once(actor, "case.hold", op, () -> {
            var file = cases.openFor(actor, code, "case.hold");
            refuseUnless(purges.hold(file.id(), reason, actor.person()) > 0);
            history.add(actor, file.id(), "hold_set", "", reason);
            audit.note("case.hold_set", file.id(), reason);
            return file.path() + "/purge";
        });
    }

    public String lift(Actor actor, String code, String reason, Op op) {
        return work.once(actor, "case.hold", op, () -> {
            var file = cases.openFor(actor, code, "case.hold");
            refuseUnless(purges.lift(file.id(), reason, actor.person()) > 0);
            history.add(actor, file.id(), "hold_lifted", "", reason);
            audit.note("case.hold_lifted", file.id(), reason);
            return file.path() + "/purge";
        });
    }

    /** Archived cases whose years are over, or that somebody proposed to destroy. */
    public List<Due> due(Actor actor) {
        return work.as(actor, "case.purge", () -> {
            var rows = purges.due(LocalDate.now(clock.withZone(actor.zone())), LISTED);
            if (rows.isEmpty()) {
                return List.of();
            }
            var files = cases.byIds(actor, rows.stream().map(PurgeRepository.Due::caseId).toList());
            var names = staff.names(actor, rows.stream().map(PurgeRepository.Due::proposedBy).filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            return rows.stream()
                    .filter(row -> files.containsKey(row.caseId()) && actor.may("case.purge", files.get(row.caseId()).office()))
                    .map(row -> new Due(files.get(row.caseId()), row.due(), row.keptYears(),
                            row.proposedBy() == null ? "" : names.getOrDefault(row.proposedBy(), ""), actor.is(row.proposedBy()), row.held()))
                    .toList();
        });
    }

    /** What was destroyed, the latest first. */
    List<Purged> purged(Actor actor) {
        return work.as(actor, "case.purge", () -> {
            var rows = purges.purged(LISTED);
            var names = staff.names(actor, rows.stream().flatMap(row -> Stream.of(row.by(), row.and())).collect(Collectors.<UUID>toSet()));
            return rows.stream().map(row -> new Purged(
                    row.code(), row.ground(), names.getOrDefault(row.by(), ""), names.getOrDefault(row.and(), ""), row.at())).toList();
        });
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw Problem.notNow();
        }
    }
}
