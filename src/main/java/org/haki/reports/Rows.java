package org.haki.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Office;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.activities.LateWork;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.cases.CasesInWork;
import org.haki.intake.IntakeFigures;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.reports.RowRepository.Deed;
import org.haki.reports.RowRepository.Mark;
import org.springframework.stereotype.Service;

/** What is behind a figure: the reports and the cases that were counted, as far as the reader may open them. */
@Service
class Rows {

    private static final String VERB = "report.rows";
    private static final int PAGE = 50;
    private static final int MOST_OF_TODAY = 200;

    private record Shown(List<RowsPage.Row> rows, long hidden) {}

    private final Work work;
    private final Organisations organisations;
    private final Staff staff;
    private final FactRepository facts;
    private final RowRepository repository;
    private final RowWords words;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final CasesInWork inWork;
    private final LateWork late;
    private final IntakeFigures intakes;
    private final Clock clock;

    Rows(Work work, Organisations organisations, Staff staff, FactRepository facts, RowRepository repository, RowWords words, CaseFiles cases,
            CaseTypes types, CasesInWork inWork, LateWork late, IntakeFigures intakes, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.staff = staff;
        this.facts = facts;
        this.repository = repository;
        this.words = words;
        this.cases = cases;
        this.types = types;
        this.inWork = inWork;
        this.late = late;
        this.intakes = intakes;
        this.clock = clock;
    }

    /** The deeds of a period behind a figure, the newest first. */
    RowsPage deeds(Actor reader, AskFigures asked, Map<String, String> query) {
        var behind = Behind.read(query);
        var outlook = Outlook.of(reader, VERB, asked.office());
        var actor = outlook.actor();
        return work.as(actor, VERB, () -> {
            if (behind.kinds().isEmpty()) {
                throw Problem.notFound();
            }
            if (!actor.may(behind.verb())) {
                throw Problem.notYours();
            }
            var offices = new LinkedHashSet<>(actor.officesFor(VERB));
            offices.retainAll(actor.officesFor(behind.verb()));
            var choice = choice(outlook, asked);
            var period = behind.within(choice.period());
            var mark = Mark.read(query.getOrDefault("after", ""));
            var found = facts.asReports(() -> repository.deeds(period, offices, behind.kinds(), alternatives(behind, actor.org()),
                    behind.worker(), mark, PAGE + 1));
            var page = found.subList(0, Math.min(PAGE, found.size()));
            var shown = shown(actor, page);
            return new RowsPage(choice, words.name(behind), shown.rows(), shown.hidden(), "/reports?" + choice.query(), found.size() <= PAGE ? null
                    : choice.behind(behind) + "&after=" + new Mark(page.getLast().day(), page.getLast().id()));
        });
    }

    /** What is late today, or due in a week: of a kind, of a person, or of anybody. */
    RowsPage late(Actor reader, AskFigures asked, Map<String, String> query) {
        var outlook = Outlook.of(reader, VERB, asked.office());
        var actor = outlook.actor();
        return work.as(actor, VERB, () -> {
            boolean soon = query.containsKey("soon");
            var steps = late.steps(actor, query.getOrDefault("of", ""), query.getOrDefault("person", ""), soon, MOST_OF_TODAY);
            var files = cases.byIds(actor, steps.stream().map(LateWork.Step::caseId).toList());
            var offices = offices(actor);
            var names = staff.names(actor, steps.stream().map(LateWork.Step::person).filter(Objects::nonNull).distinct().toList());
            var rows = steps.stream().filter(step -> files.containsKey(step.caseId())).map(step -> {
                var file = files.get(step.caseId());
                var path = file.path() + (actor.may("activity.see", file.office()) ? "/activities/" + step.id() : "");
                return new RowsPage.Row(step.due(), path, file.code(), Said.of("ActivityKind." + step.kind()),
                        offices.getOrDefault(file.office(), ""), step.person() == null ? "" : names.getOrDefault(step.person(), ""));
            }).toList();
            var choice = choice(outlook, asked);
            return new RowsPage(choice, Said.of(soon ? "RowsPage.soon" : "RowsPage.late"), rows, steps.size() - rows.size(),
                    "/reports?" + choice.query() + "#late", null);
        });
    }

    /** Open cases that are as old as an address says, the oldest first. */
    RowsPage open(Actor reader, AskFigures asked, String below) {
        var outlook = Outlook.of(reader, VERB, asked.office());
        var actor = outlook.actor();
        return work.as(actor, VERB, () -> {
            var choice = choice(outlook, asked);
            var files = inWork.ofAge(actor, below, MOST_OF_TODAY);
            var offices = offices(actor);
            var names = staff.names(actor, files.stream().map(CaseFile::owner).filter(Objects::nonNull).distinct().toList());
            return new RowsPage(choice, Said.of("RowsPage.open"), files.stream().map(file -> new RowsPage.Row(
                    LocalDate.ofInstant(file.acceptedAt(), actor.zone()), file.path(), file.code(), Said.of(types.of(file).stage(file.stage()).label()),
                    offices.getOrDefault(file.office(), ""), file.owner() == null ? "" : names.getOrDefault(file.owner(), ""))).toList(), 0,
                    "/reports?" + choice.query(), null);
        });
    }

    private Choice choice(Outlook outlook, AskFigures asked) {
        var today = LocalDate.ofInstant(clock.instant(), outlook.reader().zone());
        return outlook.choice("/reports", asked, today, organisations);
    }

    /** The ways in which a fact may stand, a class of outcomes written out by its types. */
    private List<Map<String, Object>> alternatives(Behind behind, UUID organisation) {
        if (behind.keysOf("class").isEmpty()) {
            return behind.alternatives();
        }
        var all = new ArrayList<Map<String, Object>>();
        for (var kind : behind.keysOf("class")) {
            types.outcomesOf(kind, organisation).forEach((type, outcomes) -> outcomes.forEach(outcome -> behind.alternatives().forEach(one -> {
                var more = new LinkedHashMap<>(one);
                more.put("case_type", type);
                more.put("outcome", outcome);
                all.add(more);
            })));
        }
        return all;
    }

    private Map<UUID, String> offices(Actor actor) {
        return organisations.offices(actor).stream().collect(Collectors.toMap(Office::id, Office::name));
    }

    private Shown shown(Actor actor, List<Deed> deeds) {
        var objects = repository.objects(deeds.stream().map(Deed::ref).distinct().toList());
        var places = places(actor, objects.values());
        var offices = offices(actor);
        var names = staff.names(actor, deeds.stream().map(Deed::person).filter(Objects::nonNull).distinct().toList());
        var rows = new ArrayList<RowsPage.Row>();
        for (var deed : deeds) {
            var place = places.get(objects.get(deed.ref()));
            if (place != null) {
                rows.add(new RowsPage.Row(deed.day(), place.path(), place.code(), words.what(deed), offices.getOrDefault(deed.office(), ""),
                        deed.person() == null ? "" : names.getOrDefault(deed.person(), "")));
            }
        }
        return new Shown(rows, deeds.size() - rows.size());
    }

    /** Where each of these opens, of those that she may open. */
    private Map<UUID, IntakeFigures.Place> places(Actor actor, Collection<UUID> objects) {
        var places = new HashMap<UUID, IntakeFigures.Place>();
        if (actor.may("case.see")) {
            cases.byIds(actor, objects).forEach((id, file) -> places.put(id, new IntakeFigures.Place(file.path(), file.code())));
        }
        if (actor.may("intake.see")) {
            places.putAll(intakes.places(actor, objects.stream().filter(id -> !places.containsKey(id)).toList()));
        }
        return places;
    }
}
