package org.haki.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.activities.LateWork;
import org.haki.cases.CaseTypes;
import org.haki.cases.CasesInWork;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.reports.WorkerRepository.Deeds;
import org.haki.reports.WorkerRepository.Lag;
import org.haki.reports.WorkersPage.Closed;
import org.haki.reports.WorkersPage.Line;
import org.haki.reports.WorkersPage.Results;
import org.springframework.stereotype.Service;

/** What each worker carries and what comes of it: load from the work itself, lag and results from facts. */
@Service
class Workers {

    private static final String VERB = "report.workers";

    private record Done(List<Deeds> deeds, List<Lag> lags, Map<UUID, Expected> mix) {}

    private static final int STANDARD_DAYS = 365;

    private final Work work;
    private final Organisations organisations;
    private final Staff staff;
    private final FactRepository facts;
    private final WorkerRepository workers;
    private final CasesInWork cases;
    private final LateWork late;
    private final CaseTypes types;
    private final Clock clock;

    Workers(Work work, Organisations organisations, Staff staff, FactRepository facts, WorkerRepository workers, CasesInWork cases,
            LateWork late, CaseTypes types, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.staff = staff;
        this.facts = facts;
        this.workers = workers;
        this.cases = cases;
        this.late = late;
        this.types = types;
        this.clock = clock;
    }

    /** The page for the days and the office in an address: of the offices in which the reader answers for others' work. */
    WorkersPage page(Actor reader, String from, String to, String office) {
        return page(reader, VERB, new AskFigures(from, to, office, "", "workers"));
    }

    /** The same, of the offices in which this verb is the reader's, too. */
    WorkersPage page(Actor reader, String verb, AskFigures asked) {
        var outlook = Outlook.of(reader, verb, asked.office());
        var actor = outlook.actor();
        return work.as(actor, VERB, () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var choice = outlook.choice("/reports/workers", asked, today, organisations);
            var period = choice.period();
            var offices = actor.officesFor(verb);
            return new WorkersPage(choice, lines(actor, done(actor, period, offices)));
        });
    }

    /** What one worker did in the period, from all offices in which this verb is the reader's; inside work.as. */
    Line of(Actor actor, UUID person, Period period, String verb) {
        var carried = cases.ofOwners(actor).stream().filter(one -> person.equals(one.owner())).findFirst().orElse(null);
        var lateNow = late.ofPersons(actor).stream().filter(one -> person.equals(one.person())).findFirst().orElse(null);
        return line(person, Map.of(person, actor.name()), carried, lateNow, done(actor, period, actor.officesFor(verb)));
    }

    private Done done(Actor actor, Period period, Set<UUID> offices) {
        var since = period.to().minusDays(STANDARD_DAYS - 1);
        return facts.asReports(() -> new Done(workers.deeds(period, offices), workers.lags(period, offices, actor.zone()),
                Expected.of(workers.mix(since.isBefore(period.from()) ? since : period.from(), period, offices), types::classOf)));
    }

    private List<Line> lines(Actor actor, Done done) {
        var carried = cases.ofOwners(actor).stream().collect(Collectors.toMap(one -> keyOf(one.owner()), Function.identity()));
        var lateNow = late.ofPersons(actor).stream().collect(Collectors.toMap(one -> keyOf(one.person()), Function.identity()));
        var people = new LinkedHashSet<String>();
        staff.able(actor, actor.officesFor(VERB), "case.write").stream().map(Colleague::id).map(Workers::keyOf).forEach(people::add);
        people.addAll(carried.keySet());
        lateNow.values().stream().filter(one -> one.late() > 0).map(one -> keyOf(one.person())).forEach(people::add);
        done.deeds().stream().map(Deeds::worker).filter(Objects::nonNull).map(Workers::keyOf).forEach(people::add);
        done.lags().stream().map(Lag::worker).map(Workers::keyOf).forEach(people::add);
        var names = staff.names(actor, people.stream().map(Workers::personOf).filter(Objects::nonNull).toList());
        return people.stream()
                .map(key -> line(personOf(key), names, carried.get(key), lateNow.get(key), done))
                .sorted(Comparator.comparing((Line line) -> line.person() == null).thenComparing(Line::name))
                .toList();
    }

    private Line line(UUID person, Map<UUID, String> names, CasesInWork.OfOwner carried, LateWork.OfPerson lateNow, Done done) {
        return new Line(person, person == null ? "" : names.getOrDefault(person, ""),
                carried == null ? 0 : carried.cases(), lateNow == null ? 0 : lateNow.late(), lateNow == null ? 0 : lateNow.longest(),
                results(person, done, true), results(person, done, false), person == null ? null : done.mix().get(person));
    }

    private Results results(UUID person, Done done, boolean now) {
        var deeds = done.deeds().stream()
                .filter(deed -> person != null && person.equals(deed.worker()) && deed.now() == now)
                .toList();
        var lag = done.lags().stream().filter(one -> one.worker().equals(person) && one.now() == now).map(Lag::days).findFirst().orElse(null);
        long confirmed = sum(deeds, deed -> isClosed(deed) && Set.of("confirmed", "partly").contains(deed.result()));
        return new Results(lag,
                new Closed(closed(deeds, "achieved"), closed(deeds, "partly"), closed(deeds, "not_achieved"),
                        closed(deeds, "unknown"), closed(deeds, "na")),
                confirmed, confirmed + sum(deeds, deed -> deed.kind().equals("closing_disputed")),
                sum(deeds, deed -> isFollowUp(deed) && Boolean.TRUE.equals(deed.inTime())), sum(deeds, Workers::isFollowUp));
    }

    private long closed(List<Deeds> deeds, String kind) {
        return sum(deeds, deed -> isClosed(deed) && types.classOf(deed.type(), deed.outcome()).equals(kind));
    }

    private static boolean isClosed(Deeds deed) {
        return deed.kind().equals("case_closed");
    }

    private static boolean isFollowUp(Deeds deed) {
        return deed.kind().equals("activity_done");
    }

    private static long sum(List<Deeds> deeds, Predicate<Deeds> which) {
        return deeds.stream().filter(which).mapToLong(Deeds::number).sum();
    }

    /** A key of a map, in which nobody has a place too. */
    private static String keyOf(UUID person) {
        return person == null ? "" : person.toString();
    }

    private static UUID personOf(String key) {
        return key.isEmpty() ? null : UUID.fromString(key);
    }
}
