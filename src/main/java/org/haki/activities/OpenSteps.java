package org.haki.activities;

import org.haki.cases.CaseFile;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.ClosingCheck;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.springframework.stereotype.Component;

/**
 * Closing waits until nothing is planned any more, hard dates above all; but for what may stay open, and what repeats and
 * so ends by itself.
 */
@Component
class OpenSteps implements ClosingCheck {

    private final ActivityRepository activities;

    private final CaseTypes types;

    OpenSteps(ActivityRepository activities, CaseTypes types) {
        this.activities = activities;
        this.types = types;
    }

    @Override
    public Errors check(Actor actor, CaseFile file) {
        var type = types.of(file);
        var open = activities.ofCase(file.id()).stream()
                .filter(one -> one.planned() && !one.mark().survives() && !endsByItself(type, one))
                .toList();
        long hard = open.stream().filter(Activity::hard).count();
        return new Errors()
                .unless(hard == 0, "steps", "OpenSteps.hard", hard)
                .unless(open.isEmpty(), "steps", "OpenSteps.open", open.size());
    }

    /** Only what is hard: the rest ends with it ({@link BriefEndings}). */
    @Override
    public Errors checkBriefly(Actor actor, CaseFile file) {
        long hard = activities.ofCase(file.id()).stream().filter(one -> one.planned() && one.hard() && !one.mark().survives()).count();
        return new Errors().unless(hard == 0, "steps", "OpenSteps.hard", hard);
    }

    /** What repeats, and what only goes with the closing. */
    private static boolean endsByItself(CaseType type, Activity activity) {
        var step = type.step(activity.mark().key());
        boolean light = step != null && !step.hard() && !step.required();
        return light && (step.every() != null || step.after().equals(CaseType.Step.CLOSING));
    }
}
