package org.haki.reports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.access.Partner;
import org.haki.access.Staff;
import org.haki.activities.LateWork;
import org.haki.cases.CasesInWork;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.reports.DashboardPage.Answered;
import org.haki.reports.DashboardPage.Decided;
import org.haki.reports.DashboardPage.Figures;
import org.haki.reports.DashboardPage.Live;
import org.haki.reports.DashboardPage.Load;
import org.haki.reports.DashboardPage.WithPartner;
import org.haki.reports.FigureRepository.Count;
import org.haki.reports.FigureRepository.Median;
import org.haki.reports.FigureRepository.OfPartner;
import org.springframework.stereotype.Service;

/** Puts the first dashboard together: a period from facts, today from the work lists. */
@Service
class Dashboards {

    private static final List<String> URGENCIES = List.of("emergency", "urgent", "normal");

    private final Work work;
    private final Organisations organisations;
    private final Staff staff;
    private final Networks networks;
    private final FactRepository facts;
    private final FigureRepository figures;
    private final AnswerFigures answers;
    private final CasesInWork cases;
    private final LateWork late;
    private final Clock clock;

    Dashboards(Work work, Organisations organisations, Staff staff, Networks networks, FactRepository facts, FigureRepository figures,
            AnswerFigures answers, CasesInWork cases, LateWork late, Clock clock) {
        this.work = work;
        this.organisations = organisations;
        this.staff = staff;
        this.networks = networks;
        this.facts = facts;
        this.figures = figures;
        this.answers = answers;
        this.cases = cases;
        this.late = late;
        this.clock = clock;
    }

    /** The page for the days, the office and the case type in an address. */
    DashboardPage page(Actor reader, String from, String to, String office, String type) {
        return page(reader, "report.see", new AskFigures(from, to, office, type, ""));
    }

    /** The same, of the offices in which this verb is the reader's. */
    DashboardPage page(Actor reader, String verb, AskFigures asked) {
        var outlook = Outlook.of(reader, verb, asked.office());
        var actor = outlook.actor();
        return work.as(actor, verb, () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var live = actor.may("case.see") ? live(actor, outlook) : null;
            var choice = outlook.choice("/reports", asked, today, organisations);
            var period = choice.period();
            var offices = actor.officesFor(verb);
            var names = networks.known(actor).stream().collect(Collectors.toMap(Partner::id, Partner::name));
            var types = answers.types();
            boolean settled = !outlook.alone();
            return facts.asReports(() -> {
                var counts = figures.counts(period, offices, settled);
                return new DashboardPage(choice,
                        figures(counts, Count::now), figures(counts, count -> !count.now()),
                        ColumnChart.of(period, today, figures.came(period, offices, settled)),
                        answered(counts, figures.medians(period, offices, settled)), partners(names, figures.ofPartners(period, offices, settled)),
                        answers.of(types, asked.type(), period, offices, settled),
                        choice.looked().size() > 1 ? offices(choice, counts, live, settled) : null, live);
            });
        });
    }

    private static OfficeFigures offices(Choice choice, List<Count> counts, Live live, boolean hides) {
        return OfficeFigures.of(choice.looked().stream()
                .map(office -> new OfficeFigures.Both(office,
                        figures(counts, count -> count.now() && count.office().equals(office.id())),
                        figures(counts, count -> !count.now() && count.office().equals(office.id()))))
                .toList(), live == null || hides ? null : live.lateOf(), hides);
    }

    private Live live(Actor actor, Outlook outlook) {
        var inWork = cases.now(actor);
        var lateNow = late.now(actor);
        boolean several = outlook.office() == null && actor.officesFor(outlook.verb()).size() > 1;
        return new Live(inWork, lateNow, several ? lateOf(actor) : Map.of(), actor.may("report.workers") ? loads(actor, inWork, lateNow) : List.of());
    }

    private Map<UUID, Long> lateOf(Actor actor) {
        var things = late.ofCases(actor);
        var offices = cases.offices(actor, things.keySet());
        return things.entrySet().stream()
                .filter(one -> offices.containsKey(one.getKey()))
                .collect(Collectors.groupingBy(one -> offices.get(one.getKey()), Collectors.summingLong(Map.Entry::getValue)));
    }

    private List<Load> loads(Actor actor, CasesInWork.Figures inWork, LateWork.Figures lateNow) {
        var owners = inWork.owners().stream().map(CasesInWork.OfOwner::owner).toList();
        var ofPerson = lateNow.persons().stream()
                .filter(person -> person.person() != null)
                .collect(Collectors.toMap(LateWork.OfPerson::person, person -> person));
        var people = new ArrayList<>(owners);
        ofPerson.keySet().stream().filter(person -> !owners.contains(person)).forEach(people::add);
        var names = staff.names(actor, people.stream().filter(Objects::nonNull).toList());
        return people.stream().map(person -> load(person, names, inWork, nobodysOr(person, ofPerson, lateNow))).toList();
    }

    private static LateWork.OfPerson nobodysOr(UUID person, Map<UUID, LateWork.OfPerson> ofPerson, LateWork.Figures lateNow) {
        var none = new LateWork.OfPerson(person, 0, 0, 0);
        return person != null
                ? ofPerson.getOrDefault(person, none)
                : lateNow.persons().stream().filter(one -> one.person() == null).findFirst().orElse(none);
    }

    private static Load load(UUID person, Map<UUID, String> names, CasesInWork.Figures inWork, LateWork.OfPerson things) {
        var carried = inWork.owners().stream()
                .filter(owner -> Objects.equals(owner.owner(), person))
                .findFirst()
                .orElseGet(() -> new CasesInWork.OfOwner(person, 0, 0, 0));
        return new Load(person, person == null ? "" : names.getOrDefault(person, ""), carried.cases(), carried.pressing(),
                things.soon(), things.late(), things.longest(), carried.silentDays());
    }

    private static Figures figures(List<Count> counts, Predicate<Count> which) {
        var ours = counts.stream().filter(which).toList();
        return new Figures(
                sum(ours, count -> count.kind().equals("intake_received")),
                new Decided(decided(ours, "accepted"), decided(ours, "attached"), decided(ours, "consulted"),
                        decided(ours, "declined"), decided(ours, "not_a_case")),
                sum(ours, count -> isReal(count) && Boolean.TRUE.equals(count.inTime())),
                sum(ours, count -> count.kind().equals("case_closed")),
                sum(ours, count -> count.kind().equals("case_closed") && Set.of("confirmed", "partly").contains(count.result())),
                sum(ours, count -> count.kind().equals("deadline_missed") && count.outcome().equals("hard")),
                sum(ours, count -> count.kind().equals("contact_counted")));
    }

    private static List<Answered> answered(List<Count> counts, List<Median> medians) {
        return URGENCIES.stream()
                .map(urgency -> new Answered(
                        urgency,
                        sum(counts, count -> count.now() && isReal(count) && count.urgency().equals(urgency)
                                && Boolean.TRUE.equals(count.inTime())),
                        sum(counts, count -> count.now() && isReal(count) && count.urgency().equals(urgency)),
                        medians.stream().filter(median -> median.urgency().equals(urgency)).map(Median::minutes).findFirst().orElse(null)))
                .toList();
    }

    private static List<WithPartner> partners(Map<UUID, String> names, List<OfPartner> deeds) {
        return deeds.stream().map(OfPartner::partner).distinct()
                .map(partner -> new WithPartner(
                        partner, names.getOrDefault(partner, ""), number(deeds, partner, "referral_sent"), number(deeds, partner, "referral_accepted"),
                        number(deeds, partner, "referral_refused"), number(deeds, partner, "referral_completed"),
                        number(deeds, partner, "referral_ended"), number(deeds, partner, "referral_taken"), number(deeds, partner, "service_given")))
                .sorted(Comparator.comparing(WithPartner::name))
                .toList();
    }

    private static long number(List<OfPartner> deeds, UUID partner, String kind) {
        return deeds.stream().filter(deed -> deed.partner().equals(partner) && deed.kind().equals(kind)).mapToLong(OfPartner::number).sum();
    }

    private static boolean isReal(Count count) {
        return count.kind().equals("intake_decided") && !count.outcome().equals("not_a_case");
    }

    private static long decided(List<Count> counts, String outcome) {
        return sum(counts, count -> count.kind().equals("intake_decided") && count.outcome().equals(outcome));
    }

    private static long sum(List<Count> counts, Predicate<Count> which) {
        return counts.stream().filter(which).mapToLong(Count::number).sum();
    }
}
