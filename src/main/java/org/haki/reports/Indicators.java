package org.haki.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.haki.access.Organisations;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.SmallCells;
import org.haki.kernel.Work;
import org.haki.reports.Grid.Cell;
import org.haki.reports.Grid.Look;
import org.haki.reports.Grid.Row;
import org.haki.reports.RoleRepository.Advance;
import org.haki.reports.RoleRepository.Client;
import org.haki.reports.RoleRepository.Given;
import org.springframework.stereotype.Service;

/**
 * What directors, monitors and evaluators look for: cases opened, moved on and closed, services by month, and who the clients are.
 * A small number of clients is hidden from everybody; the other small ones from readers who see figures only.
 */
@Service
class Indicators {

    private static final String VERB = "report.see";
    private static final List<String> OPENED = List.of("case_accepted", "case_came");
    private static final List<String> AGES = List.of("child", "adult", "unknown");
    private static final List<String> SEXES = List.of("female", "male", "other", "undisclosed");
    private static final int MONTHS = 13;

    private record Figures(List<Advance> advances, List<Given> given, List<Client> clients) {}

    private final Work work;
    private final Organisations organisations;
    private final FactRepository facts;
    private final RoleRepository figures;
    private final AdoptedTypes adopted;
    private final CaseTypes types;
    private final Clock clock;

    Indicators(Work work, Organisations organisations, FactRepository facts, RoleRepository figures, AdoptedTypes adopted, CaseTypes types,
            Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.facts = facts;
        this.figures = figures;
        this.adopted = adopted;
        this.types = types;
        this.clock = clock;
    }

    /** The page for the days and the office in an address. */
    RolePage page(Actor reader, AskFigures asked) {
        return page(reader, VERB, asked);
    }

    /** The same, of the offices in which this verb is the reader's. */
    RolePage page(Actor reader, String verb, AskFigures asked) {
        var outlook = Outlook.of(reader, verb, asked.office());
        var actor = outlook.actor();
        return work.as(actor, verb, () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var choice = outlook.choice("/reports/indicators", asked, today, organisations);
            var period = choice.period();
            var offices = actor.officesFor(verb);
            var known = adopted.ever();
            boolean hides = !outlook.alone();
            var found = facts.asReports(() -> new Figures(figures.advances(period, offices, hides), figures.given(period, offices, hides),
                    figures.clients(period, offices, hides)));
            return new RolePage(choice, "indicators", List.of(), Stream.of(advances(known, found.advances(), hides), outcomes(found.advances(), hides),
                    services(known, period, found.given(), hides), clients("ages", AGES, found.clients(), hides), clients("sexes", SEXES, found.clients(), hides)).toList(),
                    List.of());
        });
    }

    private Grid advances(List<CaseType> known, List<Advance> advances, boolean hides) {
        var rows = new ArrayList<Row>();
        rows.add(beside(Said.of("Grid.opened"), advances, one -> OPENED.contains(one.kind()), Behind.of("case_accepted", "case_came"), hides));
        for (var type : known) {
            for (var stage : type.stages()) {
                Predicate<Advance> moved = one -> one.kind().equals("case_moved") && one.type().equals(type.key()) && one.outcome().equals(stage.key());
                if (advances.stream().anyMatch(moved)) {
                    rows.add(beside(Said.of("Grid.movedOn", stage.label(), type.label()), advances,
                            moved, Behind.of("case_moved").with("case_type", type.key()).with("outcome", stage.key()), hides));
                }
            }
        }
        rows.add(beside(Said.of("Grid.closed"), advances, one -> one.kind().equals("case_closed"), Behind.of("case_closed"), hides));
        rows.add(beside(Said.of("Grid.reopened"), advances, one -> one.kind().equals("case_reopened"), Behind.of("case_reopened"), hides));
        return Grid.of("advances", IntakeRoom.heads("FigureTables.figure", "FigureTables.now", "FigureTables.before"), rows, null, note(hides), Look.BARS);
    }

    private Grid outcomes(List<Advance> advances, boolean hides) {
        var closed = advances.stream().filter(one -> one.kind().equals("case_closed")).toList();
        Function<String, Behind> behind = kind -> Behind.of("case_closed").with("class", kind);
        var now = cells(classes(closed, true), behind, hides, false);
        var before = cells(classes(closed, false), behind, hides, false);
        var rows = WorkersPage.OUTCOMES.stream().map(kind -> Row.of(Said.of("Grid.outcome." + kind), now.get(kind), before.get(kind).ofBefore())).toList();
        return Grid.of("outcomes", IntakeRoom.heads("Grid.head.outcome", "FigureTables.now", "FigureTables.before"), rows, null, note(hides), Look.BARS);
    }

    private Map<String, Long> classes(List<Advance> closed, boolean now) {
        var numbers = new LinkedHashMap<String, Long>();
        WorkersPage.OUTCOMES.forEach(kind -> numbers.put(kind, closed.stream()
                .filter(one -> one.now() == now && types.classOf(one.type(), one.outcome()).equals(kind)).mapToLong(Advance::number).sum()));
        return numbers;
    }

    /** The parts of one whole: where small ones are hidden, as many others that none can be reckoned. */
    private static Map<String, Cell> cells(Map<String, Long> numbers, Function<String, Behind> behind, boolean hides, boolean sensitive) {
        var counts = List.copyOf(numbers.values());
        long all = total(counts);
        var shown = hides && all > 0 ? SmallCells.shown(counts, all, sensitive) : counts;
        var cells = new LinkedHashMap<String, Cell>();
        numbers.keySet().forEach(key -> cells.put(key, shown.isEmpty() ? Cell.HIDDEN
                : Cell.shown(shown.get(cells.size()), behind.apply(key))));
        return cells;
    }

    private static Row beside(Said label, List<Advance> advances, Predicate<Advance> which, Behind behind, boolean hides) {
        long now = advances.stream().filter(one -> one.now() && which.test(one)).mapToLong(Advance::number).sum();
        long before = advances.stream().filter(one -> !one.now() && which.test(one)).mapToLong(Advance::number).sum();
        return Row.of(label, whole(now, behind, hides), whole(before, behind, hides).ofBefore());
    }

    private static Cell whole(long number, Behind behind, boolean hides) {
        return hides && isSmall(number) ? Cell.HIDDEN : Cell.of(number, behind);
    }

    private static boolean isSmall(long number) {
        return number > 0 && number < SmallCells.ELSE;
    }

    private static Said note(boolean hides) {
        return hides ? Said.of("Grid.hides", SmallCells.ELSE - 1) : null;
    }

    /** Each kind of service by month, the newest months where there are many. */
    private static Grid services(List<CaseType> known, Period period, List<Given> given, boolean hides) {
        var months = Stream.iterate(period.to().withDayOfMonth(1), month -> !month.isBefore(period.from().withDayOfMonth(1)), month -> month.minusMonths(1))
                .limit(MONTHS).toList().reversed();
        var shown = new LinkedHashMap<LocalDate, Map<String, Cell>>();
        var services = given.stream().map(Given::service).distinct().sorted().toList();
        for (var month : months) {
            shown.put(month, cells(month, services, given, hides));
        }
        var heads = new ArrayList<>(List.of(Said.of("Grid.head.service")));
        months.forEach(month -> heads.add(Said.month(month)));
        var rows = services.stream().map(service -> new Row(Said.service(service, known),
                months.stream().map(month -> shown.get(month).get(service)).toList())).toList();
        return Grid.of("services", heads, rows, null, hides ? note(true) : Said.of("Grid.services.note"), months.size() == 1 ? Look.BARS : Look.PLAIN);
    }

    private static Map<String, Cell> cells(LocalDate month, List<String> services, List<Given> given, boolean hides) {
        var cells = new LinkedHashMap<String, Cell>();
        var numbers = services.stream().map(service -> given.stream().filter(one -> one.month().equals(month) && one.service().equals(service))
                .mapToLong(Given::number).sum()).toList();
        for (int i = 0; i < services.size(); i++) {
            var behind = Behind.of("activity_done", "service_given").with("service", services.get(i)).with("month", month.toString().substring(0, 7));
            cells.put(services.get(i), hides && isSmall(numbers.get(i)) ? Cell.HIDDEN : Cell.of(numbers.get(i), behind));
        }
        return cells;
    }

    /** Small numbers of clients are hidden from everybody. */
    private static Grid clients(String of, List<String> keys, List<Client> clients, boolean hides) {
        boolean ages = of.equals("ages");
        var now = numbers(keys, clients, true, ages);
        var before = numbers(keys, clients, false, ages);
        Function<String, Behind> behind = key -> Behind.of("case_accepted", "case_came").with(ages ? "age_group" : "sex", key);
        var opened = Behind.of("case_accepted", "case_came");
        var shownNow = cells(now, behind, true, true);
        var shownBefore = cells(before, behind, true, true);
        var rows = keys.stream().map(key -> Row.of(Said.of((ages ? "AgeGroup." : "Sex.") + key), shownNow.get(key), shownBefore.get(key).ofBefore())).toList();
        return Grid.of(of, IntakeRoom.heads(ages ? "Grid.head.age" : "Grid.head.sex", "FigureTables.now", "FigureTables.before"), rows,
                Row.of(Said.of("DashboardPage.all"), whole(total(now.values()), opened, hides), whole(total(before.values()), opened, hides).ofBefore()),
                Said.of("Grid.clients.note", SmallCells.SENSITIVE - 1), Look.BARS);
    }

    private static Map<String, Long> numbers(List<String> keys, List<Client> clients, boolean now, boolean ages) {
        var numbers = new LinkedHashMap<String, Long>();
        keys.forEach(key -> numbers.put(key, sum(clients, now, ages, key)));
        return numbers;
    }

    private static long sum(List<Client> clients, boolean now, boolean ages, String key) {
        var others = ages ? Set.of("child", "adult") : Set.of("female", "male", "other");
        return clients.stream().filter(one -> one.now() == now)
                .filter(one -> {
                    var value = ages ? one.age() : one.sex();
                    return others.contains(key) ? value.equals(key) : !others.contains(value);
                })
                .mapToLong(Client::number).sum();
    }

    private static long total(Collection<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).sum();
    }
}
