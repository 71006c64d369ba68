package org.haki.activities;

import org.haki.audit.Audit;
import org.haki.cases.LeftBriefly;
import org.haki.kernel.Problem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is planned in a case that is left after little more than a talk ends with it; what is hard was settled before. */
@Component
class BriefEndings {

    static final String LEFT = "left_briefly";

    private final ActivityRepository activities;
    private final Audit audit;

    BriefEndings(ActivityRepository activities, Audit audit) {
        this.activities = activities;
        this.audit = audit;
    }

    @EventListener
    void on(LeftBriefly news) {
        activities.lockPlan(news.file().id());
        activities.ofCase(news.file().id()).stream().filter(one -> one.planned() && !one.hard() && !one.mark().survives()).forEach(step -> {
            if (activities.update(step.ended(Activity.State.CANCELLED, LEFT)) == 0) {
                throw Problem.stale();
            }
            audit.note("activity.cancelled", step.id(), LEFT);
        });
    }
}
