package org.haki.activities;

import org.haki.cases.CaseFile;
import org.haki.cases.ClosingCheck;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.springframework.stereotype.Component;

/** Closing waits until nothing is planned any more, hard dates above all. */
@Component
class OpenSteps implements ClosingCheck {

    private final ActivityRepository activities;

    OpenSteps(ActivityRepository activities) {
        this.activities = activities;
    }

    @Override
    public Errors check(Actor actor, CaseFile file) {
        var open = activities.ofCase(file.id()).stream().filter(Activity::planned).toList();
        long hard = open.stream().filter(Activity::hard).count();
        return new Errors()
                .unless(hard == 0, "steps", "OpenSteps.hard", hard)
                .unless(open.isEmpty(), "steps", "OpenSteps.open", open.size());
    }
}
