package org.haki.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** What is planned and what was done, to be read. */
@Service
public class Plans {

    private static final String VERB = "activity.see";
    private static final int AT_MOST = 200;

    private final Work work;
    private final ActivityRepository activities;
    private final OrderRepository orders;
    private final ActivitySeal seal;
    private final Clock clock;

    Plans(Work work, ActivityRepository activities, OrderRepository orders, ActivitySeal seal, Clock clock) {
        this.work = work;
        this.activities = activities;
        this.orders = orders;
        this.seal = seal;
        this.clock = clock;
    }

    /** Everything in the plan of a case, by its day: planned, done, missed and cancelled. */
    public List<OpenedActivity> ofCase(Actor actor, CaseFile file) {
        return work.as(actor, VERB, () -> {
            mustSee(actor, file);
            return seal.openAll(activities.ofCase(file.id()), Map.of(file.id(), file));
        });
    }

    /** Everything planned in these cases, by its day. */
    public List<OpenedActivity> planned(Actor actor, Collection<CaseFile> files) {
        return work.as(actor, VERB, () -> {
            files.forEach(file -> mustSee(actor, file));
            var byId = files.stream().collect(Collectors.toMap(CaseFile::id, Function.identity()));
            return byId.isEmpty() ? List.of() : seal.openAll(activities.plannedIn(byId.keySet()), byId);
        });
    }

    /** One activity of a case, or not found. */
    public OpenedActivity one(Actor actor, CaseFile file, UUID id) {
        return work.as(actor, VERB, () -> {
            mustSee(actor, file);
            return seal.open(file, activities.find(file.id(), id).orElseThrow(Problem::notFound));
        });
    }

    /** The dates that an activity had before, the oldest first. */
    public List<Move> moves(Actor actor, UUID activity) {
        return work.as(actor, VERB, () -> orders.moves(activity));
    }

    /** What is planned for the actor, and for whom the actor stands in, until this day; not opened yet. */
    public List<Activity> due(Actor actor, Collection<UUID> awayPeople, LocalDate until) {
        return work.as(actor, VERB, () -> {
            var persons = new HashSet<>(awayPeople);
            persons.add(actor.person());
            return activities.due(persons, until, AT_MOST);
        });
    }

    /** What the actor did today, the latest first; not opened yet. */
    public List<Activity> doneToday(Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), actor.zone());
        return work.as(actor, VERB,
                () -> activities.doneBy(actor.person(), today.atStartOfDay(actor.zone()).toInstant()));
    }

    /** The same with their words opened, with one query for all keys; without those whose case is not among these. */
    public List<OpenedActivity> open(Actor actor, Collection<Activity> rows, Map<UUID, CaseFile> files) {
        return work.as(actor, VERB, () -> seal.openAll(rows, files));
    }

    /** Whoever leads the case from now on has to do what its owner, or nobody, had. */
    public void takeOn(Actor guest, CaseFile file) {
        work.as(guest, "shared.answer", () -> {
            activities.lockPlan(file.id());
            activities.takeOn(file.id(), file.owner(), guest.window().org());
        });
    }

    private static void mustSee(Actor actor, CaseFile file) {
        if (!actor.may(VERB, file.office())) {
            throw Problem.notYours();
        }
    }
}
