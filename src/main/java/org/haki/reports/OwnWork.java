package org.haki.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.haki.access.Organisations;
import org.haki.activities.LateWork;
import org.haki.cases.CaseFiles;
import org.haki.cases.CasesInWork;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.reports.Grid.Cell;
import org.haki.reports.Grid.Look;
import org.haki.reports.Grid.Row;
import org.haki.reports.RolePage.Tile;
import org.haki.reports.WorkersPage.Line;
import org.haki.reports.WorkersPage.Results;
import org.springframework.stereotype.Service;

/** What whoever works cases looks for: her own, what is late in them, how soon she writes down, and what came of what she closed. */
@Service
class OwnWork {

    private static final String VERB = "report.mine";
    private static final int LATE_SHOWN = 12;

    private final Work work;
    private final Organisations organisations;
    private final Workers workers;
    private final CasesInWork cases;
    private final CaseFiles files;
    private final LateWork late;
    private final Clock clock;

    OwnWork(Work work, Organisations organisations, Workers workers, CasesInWork cases, CaseFiles files, LateWork late, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.workers = workers;
        this.cases = cases;
        this.files = files;
        this.late = late;
        this.clock = clock;
    }

    /** The page for the days and the office in an address. */
    RolePage page(Actor reader, AskFigures asked) {
        var outlook = Outlook.of(reader, VERB, asked.office());
        var actor = outlook.actor();
        return work.as(actor, VERB, () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var choice = outlook.choice("/reports/mine", asked, today, organisations);
            var period = choice.period();
            var line = workers.of(actor, actor.person(), period, VERB);
            return new RolePage(choice, "mine", tiles(choice, line), List.of(stages(actor, choice), closings(line)), late(actor));
        });
    }

    private static List<Tile> tiles(Choice choice, Line line) {
        var now = line.now();
        var before = line.before();
        var me = line.person().toString();
        return List.of(
                new Tile(Said.of("WorkersPage.open"), count(line.open()), null, "/cases?owner=" + me + "&status=open"),
                new Tile(Said.of("WorkersPage.late"), count(line.late()), null, "/reports/late?" + choice.query() + "&person=" + me),
                new Tile(Said.of("WorkersPage.lag"), lag(now), before(lag(before)), choice.behind(Behind.of("activity_done").with("worker", me))),
                new Tile(Said.of("WorkersPage.confirmed"), of(now.confirmed(), now.checked()), before(of(before.confirmed(), before.checked())),
                        choice.behind(Behind.of("case_closed", "closing_disputed").with("worker", me).with("result", "confirmed", "partly", "disputed"))),
                new Tile(Said.of("WorkersPage.followups"), of(now.inTime(), now.followups()), before(of(before.inTime(), before.followups())),
                        choice.behind(Behind.of("activity_done").with("outcome", "followup").with("worker", me).with("in_time", "yes", "no"))));
    }

    private static Said count(long number) {
        return Said.of("RolePage.number", number);
    }

    private static Said lag(Results results) {
        return results.lag() == null ? Said.of("WorkersPage.nothing") : Said.of("Time.lengthDays", results.lag());
    }

    private static Said of(long part, long whole) {
        return whole == 0 ? Said.of("WorkersPage.nothing") : Said.of("DashboardPage.of", part, whole);
    }

    private static Said before(Said figure) {
        return Said.of("WorkersPage.before", figure);
    }

    private Grid stages(Actor actor, Choice choice) {
        var rows = cases.stagesOf(actor, actor.person()).stream().map(one -> Row.of(Said.of("Grid.movedOn", one.stage().label(), one.type().label()),
                Cell.of(one.cases()), Cell.of(Said.of("Time.lengthDays", one.medianDays())))).toList();
        return Grid.of("stages", IntakeRoom.heads("DashboardPage.stage", "DashboardPage.cases", "DashboardPage.median"), rows, null, null, Look.BARS);
    }

    private static Grid closings(Line line) {
        var me = line.person().toString();
        var rows = WorkersPage.OUTCOMES.stream().map(kind -> Row.of(Said.of("Grid.outcome." + kind),
                Cell.of(line.now().closed().of(kind), WorkersPage.closings(line.person()).with("class", kind)),
                Cell.of(line.before().closed().of(kind)))).toList();
        var mix = line.mix();
        var note = mix == null ? null : Said.of("Grid.mix." + mix.verdict(), mix.achieved(), mix.judged(), mix.expected());
        return Grid.of("outcomes", IntakeRoom.heads("Grid.head.outcome", "FigureTables.now", "FigureTables.before"), rows,
                Row.of(Said.of("DashboardPage.all"), Cell.of(line.now().closed().all(), Behind.of("case_closed").with("worker", me)),
                        Cell.of(line.before().closed().all())), note, Look.BARS);
    }

    private List<RowsPage.Row> late(Actor actor) {
        var steps = late.steps(actor, "", actor.person().toString(), false, LATE_SHOWN);
        var found = files.byIds(actor, steps.stream().map(LateWork.Step::caseId).toList());
        return steps.stream().filter(step -> found.containsKey(step.caseId())).map(step -> {
            var file = found.get(step.caseId());
            return new RowsPage.Row(step.due(), file.path() + "/activities/" + step.id(), file.code(), Said.of("ActivityKind." + step.kind()), "", "");
        }).toList();
    }
}
