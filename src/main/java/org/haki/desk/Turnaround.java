package org.haki.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.activities.Activities;
import org.haki.activities.CompleteActivity;
import org.haki.activities.Plans;
import org.haki.activities.Unfit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseList;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** What somebody takes along on her next round: her open cases, a line each with what comes next; and what came of it, typed in the same order. */
@Service
class Turnaround {

    private static final String VERB = "activity.write";
    private static final int AT_A_TIME = 50;
    private static final Set<String> NAMED = Set.of("me", "everyone", "queue");

    private final Work work;
    private final CaseList cases;
    private final Plans plans;
    private final Activities activities;
    private final Persons persons;
    private final String publicUrl;
    private final Clock clock;

    Turnaround(Work work, CaseList cases, Plans plans, Activities activities, Persons persons, @Value("${haki.public-url}") String publicUrl,
            Clock clock) {
        this.work = work;
        this.cases = cases;
        this.plans = plans;
        this.activities = activities;
        this.persons = persons;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** The lines of this owner, what is due first on top; with names only where they are asked for. */
    TurnaroundPage page(Actor actor, String owner, String after, boolean names) {
        return work.as(actor, VERB, () -> {
            var open = cases.open(actor, owner, after, AT_A_TIME);
            var files = open.files().stream().filter(file -> actor.may(VERB, file.office())).toList();
            var byId = files.stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
            var seen = new HashSet<UUID>();
            var lines = plans.planned(actor, files).stream()
                    .sorted(Comparator.comparing(step -> step.row().dueOn(), Comparator.nullsLast(Comparator.naturalOrder())))
                    .filter(step -> seen.add(step.row().caseId()))
                    .map(step -> TurnaroundPage.Line.of(byId.get(step.row().caseId()), step, publicUrl))
                    .toList();
            var clients = !names || lines.isEmpty() ? Map.<UUID, Identity>of()
                    : persons.openAll(actor, lines.stream().map(line -> line.file().client()).collect(Collectors.toSet()));
            var whose = NAMED.contains(open.owner()) ? "" : open.owners().stream().filter(one -> one.id().toString().equals(open.owner()))
                    .map(one -> one.name()).findFirst().orElse("");
            return new TurnaroundPage(lines, clients, open.owner(), open.owners(), open.owner().equals("me") ? actor.name() : whose, names, open.files().size(),
                    after, open.older(), RecordVisits.empty(open.owner(), after, today(actor).toString()), new Errors(), 0);
        });
    }

    /** Writes each line down by itself; answers the page again where some could not be, and {@code null} where all were. */
    TurnaroundPage record(Actor actor, RecordVisits said, boolean names, Op op) {
        work.as(actor, VERB, () -> {});
        var errors = new Errors();
        int saved = 0;
        for (var line : said.lines()) {
            if (line.isOfStep()) {
                var wrong = complete(actor, said.day(), line, op);
                saved += wrong.isEmpty() ? 1 : 0;
                errors.addAll(wrong);
            }
        }
        return errors.isEmpty() ? null : page(actor, said.owner(), said.after(), names).told(said, errors, saved);
    }

    private Errors complete(Actor actor, String day, RecordVisits.Line line, Op op) {
        var id = line.step().toString();
        if (Text.blank(line.result())) {
            return new Errors().add(RecordVisits.RESULT + id, "VisitPage.resultMissing");
        }
        try {
            activities.complete(actor, Code.of(line.code()), line.step(), CompleteActivity.on(day, line.result(), line.note(), line.next(), "", ""), line.op(op));
            return new Errors();
        } catch (Unfit unfit) {
            var errors = new Errors();
            unfit.errors().all().forEach(wrong -> errors.add(field(wrong.field(), id), wrong.key(), wrong.arguments().toArray()));
            return errors;
        } catch (Problem problem) {
            return switch (problem.kind()) {
                case STALE, NOT_NOW, NOT_FOUND, NOT_YOURS -> new Errors().add(RecordVisits.RESULT + id, "VisitPage.problem." + problem.kind());
                default -> throw problem;
            };
        }
    }

    private static String field(String field, String id) {
        return switch (field) {
            case "day", "when", "hour" -> "day";
            case "text" -> RecordVisits.NOTE + id;
            case "nextDay", "nextTitle", "nextKind" -> RecordVisits.NEXT + id;
            default -> RecordVisits.RESULT + id;
        };
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
