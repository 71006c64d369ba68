package org.haki.activities;

import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Component;

/** The way into the plan of a case, for each deed of {@link Activities}: one at a time, and the timeline follows. */
@Component
class PlanDoor {

    private static final String VERB = "activity.write";
    private static final String SUPERVISOR = "activity.settle";

    /** What is done in the plan; answers where to go and look. */
    interface Deed {
        String in(CaseFile file);
    }

    private final Work work;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Planner planner;
    private final Timelines timelines;
    private final ActivityRepository activities;

    PlanDoor(Work work, Audit audit, CaseFiles cases, CaseTypes types, Planner planner, Timelines timelines, ActivityRepository activities) {
        this.work = work;
        this.audit = audit;
        this.cases = cases;
        this.types = types;
        this.planner = planner;
        this.timelines = timelines;
        this.activities = activities;
    }

    /** The deed in an open case, and then the timeline's. */
    String open(Actor actor, String code, Op op, Deed deed) {
        return inPlan(actor, code, op, false, deed);
    }

    /** The same where it settles one thing, which may be open in a case that closes or closed. */
    String settling(Actor actor, String code, Op op, Deed deed) {
        return inPlan(actor, code, op, true, deed);
    }

    private String inPlan(Actor actor, String code, Op op, boolean settles, Deed deed) {
        return work.once(actor, VERB, op, () -> {
            var file = settles ? cases.openFor(actor, code, "case.write") : cases.openToWrite(actor, code);
            if (!actor.may(VERB, file.office())) {
                throw Problem.notYours();
            }
            activities.lockPlan(file.id());
            audit.shows(file.id());
            var path = deed.in(file);
            timelines.follow(actor, file);
            return path;
        });
    }

    /** This one, as the actor saw it and planned still. */
    Activity planned(CaseFile file, UUID id, Op op) {
        var activity = found(file, id, op);
        if (!activity.planned()) {
            throw Problem.notNow();
        }
        return activity;
    }

    /** This one, as the actor saw it. */
    Activity found(CaseFile file, UUID id, Op op) {
        var activity = activities.find(file.id(), id).orElseThrow(Problem::notFound);
        if (activity.version() != op.base()) {
            throw Problem.stale();
        }
        if (!activity.maySettleIn(file.status())) {
            throw Problem.notNow();
        }
        return activity;
    }

    void save(Actor actor, Activity activity) {
        if (activities.update(planner.ledBy(actor, activity)) == 0) {
            throw Problem.stale();
        }
    }

    /** What its type gives to the supervisor nobody else settles: whose work it looks at least of all. */
    void mustHold(Actor actor, CaseFile file, Activity activity) {
        if (types.of(file).isSupervised(activity.mark().key())) {
            mustSupervise(actor, file);
        }
    }

    static void mustSupervise(Actor actor, CaseFile file) {
        if (!actor.may(SUPERVISOR, file.office())) {
            throw Problem.notYours();
        }
    }
}
