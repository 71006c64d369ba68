package org.haki.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Component;

/** Steps that Haki plans by itself, named by a template ({@code ActivityTemplate.} in words/), and settles where the deed is done. */
@Component
public class OwnSteps {

    private final Audit audit;
    private final Planner planner;
    private final ActivityRepository activities;
    private final ActivitySeal seal;
    private final ActivityNews news;
    private final Clock clock;

    OwnSteps(Audit audit, Planner planner, ActivityRepository activities, ActivitySeal seal, ActivityNews news, Clock clock) {
        this.audit = audit;
        this.planner = planner;
        this.activities = activities;
        this.seal = seal;
        this.news = news;
        this.clock = clock;
    }

    /** A task for the case's owner, or for the office's queue; inside the deed that asks for it. */
    public void plan(Actor actor, CaseFile file, String template, LocalDate due) {
        activities.lockPlan(file.id());
        planner.planOwn(actor, file, Activity.Kind.TASK, template, file.owner(), new Due(due, null));
    }

    /** What this template planned is done now; inside the deed that did it. */
    public void settle(Actor actor, CaseFile file, String template) {
        activities.lockPlan(file.id());
        var planned = activities.ofCase(file.id()).stream().filter(Activity::planned).toList();
        for (var step : seal.openAll(planned, Map.of(file.id(), file))) {
            if (step.words().template().equals(template)) {
                var now = clock.instant();
                var done = planner.ledBy(actor, step.row().done("done", "", step.row().blocked() ? "other" : "", now, actor.person(), now));
                activities.update(done);
                audit.note("activity.done", done.id(), template);
                news.done(actor, file, done);
            }
        }
    }
}
