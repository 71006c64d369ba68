package org.haki.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.activities.Activities;
import org.haki.activities.CompleteActivity;
import org.haki.activities.OpenedActivity;
import org.haki.activities.Plans;
import org.haki.activities.Unfit;
import org.haki.advocacy.LooksWrong;
import org.haki.advocacy.ObservationRegister;
import org.haki.advocacy.Observations;
import org.haki.advocacy.RecordObservation;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseList;
import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Errors;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.kernel.Work;
import org.haki.lists.ListEntry;
import org.haki.lists.Lists;
import org.haki.lists.OwnList;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.sheets.Application;
import org.haki.sheets.Applications;
import org.springframework.stereotype.Service;

/**
 * Rounds of visits to institutions. Where a case stands is sealed, so that no query finds it: the newest open cases are opened, so
 * many at a time, and the page says how many those were.
 */
@Service
class Visits {

    private static final String VERB = "activity.write";
    private static final int AT_A_TIME = 50;

    /** The cases that were looked at, and the lines of each institution, by the day that comes next. */
    private record Looked(CaseList.Open open, Map<UUID, List<VisitPage.Line>> lines) {}

    private final Work work;
    private final CaseList cases;
    private final CaseTypes types;
    private final Applications applications;
    private final Plans plans;
    private final Activities activities;
    private final Observations observations;
    private final ObservationRegister register;
    private final Lists lists;
    private final Persons persons;
    private final Staff staff;
    private final Clock clock;

    Visits(Work work, CaseList cases, CaseTypes types, Applications applications, Plans plans, Activities activities, Observations observations,
            ObservationRegister register, Lists lists, Persons persons, Staff staff, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.types = types;
        this.applications = applications;
        this.plans = plans;
        this.activities = activities;
        this.observations = observations;
        this.register = register;
        this.lists = lists;
        this.persons = persons;
        this.staff = staff;
        this.clock = clock;
    }

    /** Where something is open. */
    VisitsPage choose(Actor actor, String owner, String after) {
        return work.as(actor, VERB, () -> {
            var institutions = lists.all(actor, OwnList.INSTITUTIONS);
            var looked = look(actor, institutions, owner, after);
            var places = institutions.stream()
                    .filter(institution -> looked.lines().containsKey(institution.id()))
                    .map(institution -> new VisitsPage.Place(institution, looked.lines().get(institution.id()).size()))
                    .sorted(Comparator.comparing(VisitsPage.Place::lines).reversed())
                    .toList();
            var open = looked.open();
            return new VisitsPage(places, open.owner(), open.owners(), open.files().size(), after, open.older());
        });
    }

    /** The round of one institution. */
    VisitPage round(Actor actor, UUID institution, String owner, String after) {
        return work.as(actor, VERB, () -> {
            var institutions = lists.all(actor, OwnList.INSTITUTIONS);
            var entry = institutions.stream().filter(one -> one.id().equals(institution)).findFirst().orElseThrow(Problem::notFound);
            var looked = look(actor, institutions, owner, after);
            var lines = looked.lines().getOrDefault(institution, List.of());
            var files = lines.stream().map(VisitPage.Line::file).toList();
            var clients = files.isEmpty() ? Map.<UUID, Identity>of() : persons.openAll(actor, files.stream().map(CaseFile::client).collect(Collectors.toSet()));
            var owners = files.stream().map(CaseFile::owner).filter(Objects::nonNull).collect(Collectors.toSet());
            var open = looked.open();
            return new VisitPage(entry,
                    lines.stream().map(line -> new VisitPage.Line(line.file(), clients.get(line.file().client()), line.application(), line.step())).toList(),
                    open.owner(), Map.copyOf(staff.names(actor, owners)), open.files().size(), open.older(),
                    RecordVisits.empty(owner, after, today(actor).toString()), new Errors(), List.of(), 0, register.own(actor, entry));
        });
    }

    /** Writes each line down by itself; answers the page again where some could not be, and {@code null} where all were. */
    VisitPage record(Actor actor, UUID institution, RecordVisits said, Op op) {
        var entry = work.as(actor, VERB, () -> lists.all(actor, OwnList.INSTITUTIONS).stream()
                .filter(one -> one.id().equals(institution)).findFirst().orElseThrow(Problem::notFound));
        var errors = new Errors();
        int saved = 0;
        for (var line : said.lines()) {
            if (line.isSaid()) {
                var wrong = write(actor, entry, said, line, op);
                saved += wrong.isEmpty() ? 1 : 0;
                wrong.all().stream().filter(one -> errors.of(one.field()) == null).forEach(one -> errors.add(one.field(), one.key(), one.arguments().toArray()));
            }
        }
        if (errors.isEmpty()) {
            return null;
        }
        var page = round(actor, institution, said.owner(), said.after());
        var there = page.lines().stream().filter(VisitPage.Line::isFilledHere).map(VisitPage.Line::id).collect(Collectors.toSet());
        var left = said.lines().stream()
                .filter(line -> errors.all().stream().anyMatch(one -> one.field().endsWith(line.step().toString())))
                .filter(line -> !there.contains(line.step().toString()))
                .toList();
        return page.told(said, errors, left, saved);
    }

    /** What was seen is looked at first, so that it is written with the step or not at all. */
    private Errors write(Actor actor, ListEntry institution, RecordVisits said, RecordVisits.Line line, Op op) {
        var id = line.step().toString();
        var seen = RecordObservation.inRound(line.practices(), institution.id(), line.amount(), said.currency(), said.day());
        var errors = new Errors();
        if (line.isObserved()) {
            observations.errors(actor, seen).all().forEach(wrong -> errors.add(field(wrong.field(), id), wrong.key(), wrong.arguments().toArray()));
        }
        if (errors.isEmpty() && line.isOfStep()) {
            errors.addAll(complete(actor, institution, said.day(), line, op));
        }
        return errors.isEmpty() && line.isObserved() ? observe(actor, seen, line, op) : errors;
    }

    private Errors observe(Actor actor, RecordObservation seen, RecordVisits.Line line, Op op) {
        try {
            observations.draft(actor, Code.of(line.code()), seen, line.observed(op));
            return new Errors();
        } catch (LooksWrong wrong) {
            var errors = new Errors();
            wrong.errors().all().forEach(one -> errors.add(field(one.field(), line.step().toString()), one.key(), one.arguments().toArray()));
            return errors;
        } catch (Problem problem) {
            return gone(problem, line);
        }
    }

    private Errors complete(Actor actor, ListEntry institution, String day, RecordVisits.Line line, Op op) {
        var id = line.step().toString();
        if (Text.blank(line.result())) {
            return new Errors().add(RecordVisits.RESULT + id, "VisitPage.resultMissing");
        }
        var done = CompleteActivity.on(day, line.result(), line.note(), line.next(), institution.name(), institution.label());
        try {
            activities.complete(actor, Code.of(line.code()), line.step(), done, line.op(op));
            return new Errors();
        } catch (Unfit unfit) {
            var errors = new Errors();
            unfit.errors().all().forEach(wrong -> errors.add(field(wrong.field(), id), wrong.key(), wrong.arguments().toArray()));
            return errors;
        } catch (Problem problem) {
            return gone(problem, line);
        }
    }

    private static Errors gone(Problem problem, RecordVisits.Line line) {
        return switch (problem.kind()) {
            case STALE, NOT_NOW, NOT_FOUND, NOT_YOURS -> new Errors().add(RecordVisits.RESULT + line.step(), "VisitPage.problem." + problem.kind());
            default -> throw problem;
        };
    }

    /** The field of the page for one of a completion. */
    private static String field(String field, String id) {
        return switch (field) {
            case "day", "when", "hour" -> "day";
            case "currency" -> "currency";
            case "practices" -> RecordVisits.PRACTICE + id;
            case "amount" -> RecordVisits.AMOUNT + id;
            case "text" -> RecordVisits.NOTE + id;
            case "nextDay", "nextTitle", "nextKind" -> RecordVisits.NEXT + id;
            default -> RecordVisits.RESULT + id;
        };
    }

    private Looked look(Actor actor, List<ListEntry> institutions, String owner, String after) {
        var open = cases.open(actor, owner, after, AT_A_TIME);
        var files = open.files().stream().filter(file -> actor.may(VERB, file.office())).toList();
        var byId = files.stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
        var asked = files.isEmpty() ? List.<Application>of() : applications.of(actor, files);
        var byRow = asked.stream().collect(Collectors.toMap(one -> row(one.caseId(), one.each(), one.row()), Function.identity(), (one, _) -> one));
        var named = new LinkedHashMap<String, UUID>();
        institutions.forEach(one -> named.putIfAbsent(word(one.name()), one.id()));
        institutions.forEach(one -> named.put(word(one.label()), one.id()));
        var seen = new HashSet<String>();
        var lines = new LinkedHashMap<UUID, List<VisitPage.Line>>();
        for (var step : plans.planned(actor, files)) {
            var file = byId.get(step.row().caseId());
            var application = byRow.get(rowOf(file, step));
            var at = application == null ? named.get(word(step.words().place())) : application.institution();
            if (at != null && seen.add(at + (application == null ? file.id().toString() : rowOf(file, step)))) {
                lines.computeIfAbsent(at, _ -> new ArrayList<>()).add(new VisitPage.Line(file, null, application, step));
            }
        }
        return new Looked(open, lines);
    }

    private String rowOf(CaseFile file, OpenedActivity step) {
        var planned = types.of(file).step(step.row().mark().key());
        return planned == null || planned.each().isEmpty() ? "" : row(file.id(), planned.each(), step.row().mark().row());
    }

    private static String row(UUID caseId, String each, String row) {
        return caseId + " " + each + " " + row;
    }

    private static String word(String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    VisitSheetPage sheet(Actor actor, UUID institution, String owner, String after) {
        return new VisitSheetPage(round(actor, institution, owner, after), actor.name(), clock.instant());
    }

    private LocalDate today(Actor actor) {
        return LocalDate.ofInstant(clock.instant(), actor.zone());
    }
}
