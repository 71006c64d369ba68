package org.haki.activities;

import java.util.List;
import org.haki.kernel.Errors;

/**
 * One activity: what it is, its story, and the form that settles it.
 *
 * @param form   which form is open: {@code completion}, {@code missed}, {@code cancellation} or {@code change}
 * @param moves  the dates it had before
 * @param done   what was typed in the form of that name, as are {@code ended} and {@code changed}
 */
public record ActivityPage(
        ActivityScene scene,
        OpenedActivity activity,
        List<Move> moves,
        String form,
        CompleteActivity done,
        EndActivity ended,
        ChangeActivity changed,
        Errors errors) {

    static ActivityPage of(ActivityScene scene, OpenedActivity activity, List<Move> moves) {
        return new ActivityPage(scene, activity, moves, "completion", CompleteActivity.empty(), EndActivity.empty(), null, null);
    }

    public ActivityPage with(CompleteActivity typed, Errors wrong) {
        return new ActivityPage(scene, activity, moves, "completion", typed, ended, changed, wrong);
    }

    public ActivityPage with(String which, EndActivity typed, Errors wrong) {
        return new ActivityPage(scene, activity, moves, which, done, typed, changed, wrong);
    }

    public ActivityPage with(ChangeActivity typed, Errors wrong) {
        return new ActivityPage(scene, activity, moves, "change", done, ended, typed, wrong);
    }

    /** The address of this activity. */
    public String path() {
        return scene.base() + "/activities/" + activity.row().id();
    }
}
