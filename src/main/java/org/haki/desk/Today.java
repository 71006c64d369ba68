package org.haki.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Settings;
import org.haki.access.Staff;
import org.haki.activities.Activity;
import org.haki.activities.OpenedActivity;
import org.haki.activities.Plans;
import org.haki.advocacy.ObservationRegister;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CasesWaiting;
import org.haki.cases.Closings;
import org.haki.cases.Oversight;
import org.haki.cases.Teams;
import org.haki.intake.ForToday;
import org.haki.intake.Intakes;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.referrals.SharedCases;
import org.springframework.stereotype.Service;

/** Gathers what one person has before her: what is due, what came in, what waits for her. */
@Service
class Today {

    private static final int DAYS_AHEAD = 7;
    private static final int ASKED_SHOWN = 5;
    private static final Duration NEW_FOR = Duration.ofDays(3);

    private final Work work;
    private final Plans plans;
    private final CaseFiles cases;
    private final Closings closings;
    private final Teams teams;
    private final Oversight oversight;
    private final ObservationRegister observations;
    private final Intakes intakes;
    private final Outbox outbox;
    private final SharedCases shared;
    private final Persons persons;
    private final Staff staff;
    private final Settings settings;
    private final Clock clock;

    Today(Work work, Plans plans, CaseFiles cases, Closings closings, Teams teams, Oversight oversight, ObservationRegister observations, Intakes intakes,
            Outbox outbox, SharedCases shared, Persons persons, Staff staff, Settings settings, Clock clock) {
        this.work = work;
        this.plans = plans;
        this.cases = cases;
        this.closings = closings;
        this.teams = teams;
        this.oversight = oversight;
        this.observations = observations;
        this.intakes = intakes;
        this.outbox = outbox;
        this.shared = shared;
        this.persons = persons;
        this.staff = staff;
        this.settings = settings;
        this.clock = clock;
    }

    TodayPage of(Actor actor) {
        return work.as(actor, "today.see", () -> {
            var today = LocalDate.ofInstant(clock.instant(), actor.zone());
            var away = actor.may("activity.see") ? staff.standsInFor(actor) : Set.<UUID>of();
            var due = actor.may("activity.see") ? plans.due(actor, away, today.plusDays(DAYS_AHEAD)) : List.<Activity>of();
            var done = actor.may("activity.see") ? plans.doneToday(actor) : List.<Activity>of();
            var given = actor.may("case.read") ? teams.givenTo(actor, clock.instant().minus(NEW_FOR)) : List.<Teams.Given>of();
            var toCheck = actor.may("case.verify") ? closings.waitingFor(actor) : List.<CaseFile>of();
            var intake = actor.may("intake.see") ? intakes.forToday(actor) : null;
            var ids = Stream.of(due.stream().map(Activity::caseId), done.stream().map(Activity::caseId), given.stream().map(Teams.Given::caseId))
                    .flatMap(stream -> stream)
                    .collect(Collectors.toSet());
            var seen = new Seen(actor, ids.isEmpty() ? Map.of() : cases.byIds(actor, ids), toCheck, away, given);
            var waiting = actor.may("case.purge") || actor.may("case.assign") ? cases.waiting(actor, today) : new CasesWaiting(0, 0);
            var lines = seen.lines(due, intake);
            return new TodayPage(
                    lines.stream()
                            .filter(line -> line.day() != null && line.day().isBefore(today))
                            .sorted(Comparator.comparing(line -> !line.presses()))
                            .toList(),
                    lines.stream().filter(line -> today.equals(line.day())).toList(),
                    lines.stream().filter(line -> line.day() == null || line.day().isAfter(today)).toList(),
                    intake,
                    actor.may("shared.see") ? shared.waiting(actor, ASKED_SHOWN) : List.of(),
                    seen.given(given),
                    toCheck.stream().map(file -> new TodayPage.CaseLine(file, seen.client(file), "", file.closingAt(), "")).toList(),
                    actor.may("audit.see") ? oversight.waiting(actor) : List.of(),
                    waiting.timeOver(),
                    actor.may("observation.check") ? observations.waiting(actor) : 0,
                    actor.may("case.assign") ? waiting.withoutOwner() : 0,
                    actor.may("message.settle") ? outbox.undelivered(actor) : List.of(),
                    actor.may("message.settle") ? outbox.waitingForServer(actor) : 0,
                    actor.may("settings.change") && !settings.isReady(actor),
                    actor.may("settings.change") ? settings.left(actor) : 0,
                    seen.lines(done, null));
        });
    }

    /** The cases, the people and the colleagues who appear on the page, each read once. */
    private final class Seen {

        private final Actor actor;
        private final Map<UUID, CaseFile> files;
        private final Map<UUID, Identity> clients;
        private final Map<UUID, String> names;

        Seen(Actor actor, Map<UUID, CaseFile> files, List<CaseFile> toCheck, Set<UUID> away, List<Teams.Given> given) {
            this.actor = actor;
            this.files = files;
            var people = Stream.concat(files.values().stream(), toCheck.stream()).map(CaseFile::client).collect(Collectors.toSet());
            this.clients = people.isEmpty() ? Map.of() : persons.openAll(actor, people);
            var colleagues = Stream.concat(away.stream(), given.stream().map(Teams.Given::by)).collect(Collectors.toSet());
            this.names = staff.names(actor, colleagues);
        }

        Identity client(CaseFile file) {
            return clients.get(file.client());
        }

        List<TodayPage.CaseLine> given(List<Teams.Given> given) {
            return given.stream()
                    .filter(one -> files.containsKey(one.caseId()))
                    .map(one -> new TodayPage.CaseLine(files.get(one.caseId()), client(files.get(one.caseId())),
                            names.getOrDefault(one.by(), ""), one.since(), one.what()))
                    .toList();
        }

        List<TodayPage.DueLine> lines(Collection<Activity> rows, ForToday intake) {
            var lines = new ArrayList<TodayPage.DueLine>();
            (rows.isEmpty() ? List.<OpenedActivity>of() : plans.open(actor, rows, files)).forEach(one -> lines.add(line(one)));
            if (intake != null) {
                intake.attempts().forEach(call -> lines.add(new TodayPage.DueLine(
                        LocalDate.ofInstant(call.plannedFor(), actor.zone()), call.plannedFor(), null, null, null, "", call)));
                lines.sort(Comparator.comparing(TodayPage.DueLine::day, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(TodayPage.DueLine::at, Comparator.nullsLast(Comparator.naturalOrder())));
            }
            return lines;
        }

        private TodayPage.DueLine line(OpenedActivity one) {
            var row = one.row();
            var file = files.get(row.caseId());
            var away = row.planned() && !actor.is(row.assignee()) ? names.getOrDefault(row.assignee(), "") : "";
            boolean planned = row.planned();
            return new TodayPage.DueLine(
                    planned ? row.dueOn() : null, planned ? row.dueAt() : row.doneAt(), one, file, client(file), away, null);
        }
    }
}
