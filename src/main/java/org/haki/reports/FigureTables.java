package org.haki.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.haki.activities.LateWork;
import org.haki.cases.CasesInWork;
import org.haki.kernel.SmallCells;
import org.haki.reports.DashboardPage.Figures;
import org.haki.reports.DashboardPage.Live;
import org.haki.ui.TableBook.Table;
import org.haki.ui.Words;

/** The tables of a page of figures in the words of one language: the numbers that the page shows, and hidden where it hides them. */
record FigureTables(Words words, String language) {

    /** What stands where a number is hidden, as on the page. */
    static final String HIDDEN = "…";

    List<Table> of(DashboardPage page) {
        var tables = new ArrayList<Table>();
        tables.add(atAGlance(page.now(), page.before(), page.live()));
        if (page.offices() != null) {
            tables.add(byOffice(page.offices()));
        }
        tables.add(cameIn(page.chart()));
        tables.add(decided(page.now()));
        if (page.live() != null) {
            tables.add(byStage(page.live().cases()));
            tables.add(byAge(page.live().cases()));
            if (!page.live().loads().isEmpty()) {
                tables.add(byWorker(page.live()));
            }
        }
        tables.add(firstAnswers(page));
        if (page.live() != null) {
            tables.add(late(page.live().late()));
        }
        if (page.answers() != null) {
            page.answers().tables().forEach(table -> tables.add(answers(page.answers(), table)));
        }
        if (!page.partners().isEmpty()) {
            tables.add(partners(page));
        }
        return tables;
    }

    /** Each worker in a line. */
    Table workers(WorkersPage page) {
        var rows = new ArrayList<List<Object>>();
        for (var line : page.lines()) {
            var now = line.now();
            var mix = line.mix();
            rows.add(row(line.person() == null ? say("DashboardPage.nobody") : line.name(), line.open(), line.late(), now.lag(), line.before().lag(),
                    now.closed().all(), line.before().closed().all(), mix == null ? null : mix.achieved(), mix == null ? null : mix.judged(),
                    mix == null ? null : Math.round(mix.expected() * 10) / 10.0, mix == null ? null : say("WorkersPage.mix." + mix.verdict()),
                    now.confirmed(), now.checked(), now.inTime(), now.followups()));
        }
        return new Table(say("WorkersPage.title"),
                head("DashboardPage.worker", "WorkersPage.open", "WorkersPage.late", "WorkersPage.lag", "FigureTables.before", "WorkersPage.closed",
                        "FigureTables.before", "Grid.outcome.achieved", "FigureTables.ofSo", "FigureTables.expected", "WorkersPage.mix",
                        "WorkersPage.confirmed", "FigureTables.ofSo", "WorkersPage.followups", "FigureTables.ofSo"),
                rows, say("WorkersPage.notes") + " " + say("WorkersPage.mix.method", SmallCells.ELSE));
    }

    private Table atAGlance(Figures now, Figures before, Live live) {
        var rows = new ArrayList<List<Object>>();
        rows.add(row(say("FigureTables.received"), now.received(), null, before.received(), null));
        rows.add(row(say("FigureTables.accepted"), now.decided().accepted(), null, before.decided().accepted(), null));
        rows.add(row(say("FigureTables.inTime"), now.inTime(), now.decided().real(), before.inTime(), before.decided().real()));
        rows.add(row(say("FigureTables.closed"), now.confirmed(), now.closed(), before.confirmed(), before.closed()));
        rows.add(row(say("FigureTables.missed"), now.hardMissed(), null, null, null));
        if (live != null) {
            rows.add(row(say("FigureTables.closing"), live.cases().closing(), null, null, null));
            rows.add(row(say("FigureTables.late"), live.late().late(), null, null, null));
            rows.add(row(say("FigureTables.lateCases"), live.late().cases(), null, null, null));
        }
        return new Table(say("FigureTables.atAGlance"),
                head("FigureTables.figure", "FigureTables.now", "FigureTables.ofSo", "FigureTables.before", "FigureTables.ofSo"), rows, null);
    }

    private Table byOffice(OfficeFigures offices) {
        var rows = new ArrayList<List<Object>>();
        boolean late = offices.lines().stream().anyMatch(line -> line.late() != null);
        for (var line : offices.lines()) {
            var cells = new ArrayList<Object>();
            cells.add(line.office().name());
            cells.addAll(counts(line.received()));
            cells.addAll(counts(line.accepted()));
            cells.addAll(shares(line.inTime()));
            cells.addAll(shares(line.closed()));
            cells.add(line.late());
            rows.add(cells);
        }
        return new Table(say("ByOffice.name"),
                head("ByOffice.office", "FigureTables.received", "FigureTables.before", "FigureTables.accepted", "FigureTables.before",
                        "FigureTables.inTime", "FigureTables.ofSo", "FigureTables.before", "FigureTables.ofSo",
                        "FigureTables.closed", "FigureTables.ofSo", "FigureTables.before", "FigureTables.ofSo", late ? "FigureTables.late" : null),
                rows, offices.hides() ? say("ByOffice.notes", offices.least() - 1) : null);
    }

    private static List<Object> counts(OfficeFigures.Beside figure) {
        return row(figure.now() == null ? HIDDEN : figure.now().part(), figure.before() == null ? HIDDEN : figure.before().part());
    }

    private static List<Object> shares(OfficeFigures.Beside figure) {
        var now = figure.now();
        var before = figure.before();
        return row(now == null ? HIDDEN : now.part(), now == null ? HIDDEN : now.of(),
                before == null ? HIDDEN : before.part(), before == null ? HIDDEN : before.of());
    }

    private Table cameIn(ColumnChart chart) {
        var rows = new ArrayList<List<Object>>();
        chart.columns().forEach(column -> rows.add(row(column.day(), column.phone(), column.web(), column.other(), column.all(),
                column.soFar() ? say("DashboardPage.soFar") : null)));
        rows.add(row(say("DashboardPage.all"), chart.phone(), chart.web(), chart.other(), chart.all()));
        return new Table(say("DashboardPage.cameIn." + chart.unit()),
                head("DashboardPage.cameIn.from." + chart.unit(), "DashboardPage.cameIn.phone", "DashboardPage.cameIn.web",
                        "DashboardPage.cameIn.other", "DashboardPage.all"), rows, null);
    }

    private Table decided(Figures now) {
        var rows = new ArrayList<List<Object>>();
        DashboardPage.DECISIONS.forEach(decision -> rows.add(row(say("DashboardPage.decided." + decision), now.decided().of(decision))));
        rows.add(row(say("DashboardPage.all"), now.decided().all()));
        return new Table(say("DashboardPage.decided"), head("DashboardPage.decision", "DashboardPage.reports"), rows,
                now.refused() == 0 ? null : say("DashboardPage.refused", now.refused()));
    }

    private Table byStage(CasesInWork.Figures cases) {
        var rows = new ArrayList<List<Object>>();
        cases.stages().forEach(one -> rows.add(row(one.type().label().in(language), one.stage().label().in(language), one.cases(),
                one.cases() == 0 ? null : one.medianDays())));
        rows.add(row(say("DashboardPage.all"), null, cases.open()));
        return new Table(say("DashboardPage.byStage"),
                head("FigureTables.type", "DashboardPage.stage", "DashboardPage.cases", "DashboardPage.median"), rows, null);
    }

    private Table byAge(CasesInWork.Figures cases) {
        var rows = new ArrayList<List<Object>>();
        cases.ages().forEach(one ->
                rows.add(row(say("DashboardPage.age." + (one.below() == null ? "older" : one.below().toString())), one.cases())));
        rows.add(row(say("DashboardPage.all"), cases.open()));
        return new Table(say("DashboardPage.byAge"), head("DashboardPage.age", "DashboardPage.cases"), rows, null);
    }

    private Table byWorker(Live live) {
        var rows = new ArrayList<List<Object>>();
        live.loads().forEach(load -> rows.add(row(load.person() == null ? say("DashboardPage.nobody") : load.name(), load.cases(), load.pressing(),
                load.soon(), load.late(), load.late() == 0 ? null : load.longest(), load.cases() == 0 ? null : load.silentDays())));
        return new Table(say("DashboardPage.byWorker"),
                head("DashboardPage.worker", "DashboardPage.open", "DashboardPage.pressing", "DashboardPage.soon", "DashboardPage.late",
                        "FigureTables.longest", "FigureTables.silence"), rows, null);
    }

    private Table firstAnswers(DashboardPage page) {
        var rows = new ArrayList<List<Object>>();
        page.answered().forEach(one -> rows.add(row(say("Urgency." + one.urgency()), say("DashboardPage.answers.within." + one.urgency()),
                one.inTime(), one.all(), one.median() == null ? null : say(one.medianSaid(), one.medianIn()))));
        return new Table(say("DashboardPage.answers"),
                head("DashboardPage.urgency", "FigureTables.within", "DashboardPage.answers.inTime", "FigureTables.ofSo",
                        "DashboardPage.answers.median"), rows, null);
    }

    private Table late(LateWork.Figures late) {
        var rows = new ArrayList<List<Object>>();
        late.kinds().forEach(kind -> rows.add(row(say("ActivityKind." + kind.kind()), kind.hard() ? say("DashboardPage.hard") : null,
                kind.upToThree(), kind.upToSeven(), kind.longer(), kind.all())));
        rows.add(row(say("DashboardPage.all"), null, late.kinds().stream().mapToLong(LateWork.OfKind::upToThree).sum(),
                late.kinds().stream().mapToLong(LateWork.OfKind::upToSeven).sum(),
                late.kinds().stream().mapToLong(LateWork.OfKind::longer).sum(), late.late()));
        return new Table(say("DashboardPage.whatIsLate"),
                head("DashboardPage.kind", "FigureTables.setBy", "DashboardPage.late.three", "DashboardPage.late.seven",
                        "DashboardPage.late.longer", "DashboardPage.all"), rows, null);
    }

    private Table answers(AnswerFigures.ByAnswers all, AnswerFigures.Table one) {
        var rows = new ArrayList<List<Object>>();
        if (one.lines().isEmpty()) {
            rows.add(row(say("ByAnswers.few")));
        } else {
            one.lines().forEach(line -> rows.add(row(line.label().in(language), line.number() == null ? HIDDEN : line.number())));
            rows.add(row(say(one.several() ? "ByAnswers.several" : "DashboardPage.all"), one.total()));
        }
        return new Table(one.label().in(language), head("ByAnswers.choice", "ByAnswers.number"), rows,
                all.type().label().in(language) + ". " + say("ByAnswers.notes", all.least() - 1));
    }

    private Table partners(DashboardPage page) {
        var rows = new ArrayList<List<Object>>();
        page.partners().forEach(one -> rows.add(row(one.name().isEmpty() ? say("ByPartner.elsewhere") : one.name(), one.sent(), one.accepted(),
                one.refused(), one.completed(), one.ended(), one.taken(), one.given())));
        return new Table(say("ByPartner.name"),
                head("ByPartner.partner", "ByPartner.sent", "ByPartner.accepted", "ByPartner.refused", "ByPartner.completed",
                        "ByPartner.ended", "ByPartner.taken", "ByPartner.given"), rows, null);
    }

    private List<String> head(String... keys) {
        return Arrays.stream(keys).filter(Objects::nonNull).map(key -> say(key)).toList();
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }

    private String say(String key, Object... arguments) {
        return words.say(language, key, arguments);
    }
}
