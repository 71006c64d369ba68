package org.haki.reports;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.haki.access.Organisations;
import org.haki.intake.Decline;
import org.haki.intake.Dismiss;
import org.haki.intake.IntakeFigures;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.reports.Grid.Cell;
import org.haki.reports.Grid.Look;
import org.haki.reports.Grid.Row;
import org.haki.reports.RoleRepository.Came;
import org.haki.reports.RoleRepository.Decided;
import org.haki.reports.RoleRepository.Wait;
import org.springframework.stereotype.Service;

/** What whoever answers reports looks for: when they come, how long they wait, how the calls back go, what they become and why. */
@Service
class IntakeRoom {

    static final String VERB = "report.intake";
    private static final List<String> REAL = List.of("accepted", "attached", "consulted", "declined");

    private record Figures(List<Came> came, List<Wait> waits, List<Decided> decided) {}

    private final Work work;
    private final Organisations organisations;
    private final FactRepository facts;
    private final RoleRepository figures;
    private final IntakeFigures intakes;
    private final Clock clock;

    IntakeRoom(Work work, Organisations organisations, FactRepository facts, RoleRepository figures, IntakeFigures intakes, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.facts = facts;
        this.figures = figures;
        this.intakes = intakes;
        this.clock = clock;
    }

    /** The page for the days and the office in an address. */
    RolePage page(Actor reader, AskFigures asked) {
        return page(reader, VERB, asked);
    }

    /** The same, of the offices in which this verb is the reader's, too. */
    RolePage page(Actor reader, String verb, AskFigures asked) {
        var outlook = Outlook.of(reader, verb, asked.office());
        var actor = outlook.actor();
        return work.as(actor, VERB, () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var choice = outlook.choice("/reports/intake", asked, today, organisations);
            var period = choice.period();
            var offices = actor.officesFor(verb);
            var calls = intakes.calls(actor, period.before().from(), period.from(), period.to());
            var found = facts.asReports(() -> new Figures(figures.came(period, offices, actor.zone()), figures.waits(period, offices),
                    figures.decided(period, offices)));
            return new RolePage(choice, "intake", List.of(), Stream.of(byHour(found.came()), byWeekday(found.came()), waits(found.waits()),
                    bySource(found.decided()), reasons("declined", Decline.REASONS, found.decided()),
                    reasons("not_a_case", Dismiss.REASONS, found.decided()), calls(calls)).toList(), List.of());
        });
    }

    private static Grid byHour(List<Came> came) {
        var rows = IntStream.range(0, 24).mapToObj(hour -> Row.of(Said.of("Grid.hour", hour),
                Cell.of(came.stream().filter(one -> one.hour() == hour).mapToLong(Came::number).sum()))).toList();
        return Grid.of("hours", heads("Grid.head.hour", "DashboardPage.reports"), rows, null, Said.of("Grid.hours.note"), Look.COLUMNS);
    }

    private static Grid byWeekday(List<Came> came) {
        var rows = Arrays.stream(DayOfWeek.values()).map(day -> Row.of(Said.of("Grid.weekday." + day.getValue()),
                Cell.of(came.stream().filter(one -> one.weekday() == day.getValue()).mapToLong(Came::number).sum()))).toList();
        return Grid.of("weekdays", heads("Grid.head.weekday", "DashboardPage.reports"), rows, null, null, Look.BARS);
    }

    private static Grid waits(List<Wait> waits) {
        var rows = waits.stream().filter(Wait::now).map(one -> {
            var behind = answered().with("channel", one.channel());
            var before = waits.stream().filter(other -> !other.now() && other.channel().equals(one.channel())).findFirst();
            return Row.of(Said.of("Channel." + one.channel()), Cell.of(one.number(), behind),
                    Cell.of(Said.of("DashboardPage.of", one.inTime(), one.number()), behind.with("in_time", "yes")),
                    Cell.of(length(one.half()), behind), Cell.of(length(one.most()), behind),
                    before.map(other -> Cell.of(length(other.half()))).orElse(Cell.NONE));
        }).toList();
        return Grid.of("waits", heads("Grid.head.channel", "DashboardPage.reports", "DashboardPage.answers.inTime", "DashboardPage.answers.median",
                "Grid.head.most", "Grid.head.halfBefore"), rows, null, Said.of("Grid.waits.note"), Look.PLAIN);
    }

    private static Behind answered() {
        return Behind.of("intake_decided").with("outcome", REAL.toArray(String[]::new));
    }

    /** So many minutes, hours or days, as the page of figures says medians. */
    static Said length(long minutes) {
        return minutes < 60 ? Said.of("Time.minutes", minutes) : minutes < 48 * 60 ? Said.of("Time.hours", minutes / 60)
                : Said.of("Time.lengthDays", minutes / (24 * 60));
    }

    private static Grid bySource(List<Decided> decided) {
        var now = decided.stream().filter(Decided::now).toList();
        var rows = now.stream().map(Decided::channel).distinct().sorted().map(channel -> {
            var cells = new ArrayList<Cell>();
            for (var outcome : DashboardPage.DECISIONS) {
                cells.add(Cell.of(sum(now, one -> one.channel().equals(channel) && one.outcome().equals(outcome)),
                        Behind.of("intake_decided").with("channel", channel).with("outcome", outcome)));
            }
            cells.add(Cell.of(sum(now, one -> one.channel().equals(channel)), Behind.of("intake_decided").with("channel", channel)));
            return new Row(Said.of("Channel." + channel), cells);
        }).toList();
        var heads = new ArrayList<>(List.of(Said.of("Grid.head.channel")));
        DashboardPage.DECISIONS.forEach(outcome -> heads.add(Said.of("DashboardPage.decided." + outcome)));
        heads.add(Said.of("DashboardPage.all"));
        return Grid.of("sources", heads, rows, null, null, Look.PLAIN);
    }

    private static Grid calls(List<IntakeFigures.Calls> calls) {
        var rows = Stream.of("spoke", "no_answer", "another_voice", "wrong_number", "").map(outcome -> Row.of(
                Said.of(outcome.isEmpty() ? "Grid.calls.open" : "LogCall." + outcome),
                Cell.of(calls.stream().filter(one -> one.now() && one.outcome().equals(outcome)).mapToLong(IntakeFigures.Calls::number).sum()),
                Cell.of(calls.stream().filter(one -> !one.now() && one.outcome().equals(outcome)).mapToLong(IntakeFigures.Calls::number).sum())))
                .toList();
        return Grid.of("calls", heads("Grid.head.call", "FigureTables.now", "FigureTables.before"), rows, null, null, Look.BARS);
    }

    private static Grid reasons(String outcome, List<String> reasons, List<Decided> decided) {
        var words = outcome.equals("declined") ? "Decline." : "Dismiss.";
        var rows = reasons.stream().map(reason -> Row.of(Said.of(words + reason),
                Cell.of(sum(decided, one -> one.now() && one.outcome().equals(outcome) && one.reason().equals(reason)),
                        Behind.of("intake_decided").with("outcome", outcome).with("reason", reason)),
                Cell.of(sum(decided, one -> !one.now() && one.outcome().equals(outcome) && one.reason().equals(reason)),
                        Behind.of("intake_decided").with("outcome", outcome).with("reason", reason)).ofBefore())).toList();
        return Grid.of(outcome, heads("Grid.head.reason", "FigureTables.now", "FigureTables.before"), rows, null, null, Look.BARS);
    }

    private static long sum(List<Decided> decided, Predicate<Decided> which) {
        return decided.stream().filter(which).mapToLong(Decided::number).sum();
    }

    static List<Said> heads(String... keys) {
        return Arrays.stream(keys).map(key -> Said.of(key)).toList();
    }
}
