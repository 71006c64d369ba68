package org.haki.reports;

import static org.haki.reports.Fact.Took.UNKNOWN;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseInFigures;
import org.haki.cases.CaseUpgraded;
import org.haki.cases.ConsentRecorded;
import org.haki.cases.CountedAnswers;
import org.haki.cases.SheetSaved;
import org.haki.cases.TransferredCases;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.reports.Fact.About;
import org.haki.reports.Fact.Came;
import org.haki.reports.FactRepository.Kept;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Incidents and reportable answers as facts, in the transaction that changed them. What counts now is held against what stands:
 * what is the same stays, what changed is replaced, what counts no longer is withdrawn and leaves no answers behind.
 */
@Component
class AnswerFacts {

    private static final Set<FactKind> KINDS = Set.of(FactKind.INCIDENT, FactKind.ANSWERED);

    private final CaseFiles cases;
    private final CountedAnswers counted;
    private final FactRepository facts;

    AnswerFacts(CaseFiles cases, CountedAnswers counted, FactRepository facts) {
        this.cases = cases;
        this.counted = counted;
        this.facts = facts;
    }

    @EventListener
    void on(SheetSaved news) {
        settle(Work.scope().actor(), news.file().id());
    }

    /** What was carried into the names of a newer version counts under these. */
    @EventListener
    void on(CaseUpgraded news) {
        settle(Work.scope().actor(), news.figures().caseId());
    }

    @EventListener
    void on(ConsentRecorded news) {
        if (news.purpose().equals("reporting")) {
            settle(Work.scope().actor(), news.figures().caseId());
        }
    }

    /** A case that was taken over was counted by whoever had it before. */
    private void settle(Actor actor, UUID caseId) {
        if (actor.window() != null) {
            return;
        }
        var file = cases.byId(actor, caseId);
        if (file.channel().equals(TransferredCases.CHANNEL)) {
            return;
        }
        var wanted = wanted(actor, file);
        var linked = facts.refOf(caseId);
        var standing = linked.map(ref -> new ArrayList<>(facts.asReports(() -> facts.of(ref)).stream()
                .filter(kept -> KINDS.contains(kept.fact().kind())).toList())).orElseGet(ArrayList::new);
        standing.removeIf(kept -> wanted.remove(kept.fact()));
        if (wanted.isEmpty() && standing.isEmpty()) {
            return;
        }
        var ref = linked.orElseGet(() -> facts.link(caseId));
        for (var fact : wanted) {
            var before = before(standing, fact);
            standing.remove(before);
            facts.insert(ref, before == null ? UUID.randomUUID() : before.item(), fact, before == null ? null : before.id());
        }
        standing.forEach(kept -> facts.insert(ref, kept.item(), kept.fact().withdrawn(), kept.id()));
    }

    private static Kept before(List<Kept> standing, Fact fact) {
        return standing.stream()
                .filter(kept -> kept.fact().kind() == fact.kind() && kept.fact().came().equals(fact.came()))
                .findFirst().orElse(null);
    }

    private List<Fact> wanted(Actor actor, CaseFile file) {
        var now = counted.of(actor, file);
        if (now.isEmpty()) {
            return new ArrayList<>();
        }
        var figures = cases.figures(actor, file);
        var day = LocalDate.ofInstant(figures.receivedAt(), actor.zone());
        return new ArrayList<>(now.stream()
                .map(one -> new Fact(one.incident() ? FactKind.INCIDENT : FactKind.ANSWERED, day, figures.office(), null, about(figures),
                        new Came(one.of(), "", "", ""), UNKNOWN, null, true, one.answers()))
                .toList());
    }

    /** Without the stage, with which an answer has nothing to do. */
    private static About about(CaseInFigures figures) {
        return new About(figures.type(), figures.channel(), figures.urgency(), "", figures.ageGroup(), figures.sex());
    }
}
