package org.haki.activities;

import java.util.Map;
import java.util.TreeMap;
import org.haki.kernel.Errors;

/**
 * What became of the open steps of a case, all on one page.
 *
 * @param choices for each activity's id: what came of it, a reason of {@link Reasons#CANCELLED}, or {@code stays}
 */
public record SettleSteps(Map<String, String> choices) {

    static final String STAYS = "stays";
    private static final String PREFIX = "step-";

    /** From the fields {@code step-<id>} of the form. */
    public static SettleSteps of(Map<String, String> fields) {
        var choices = new TreeMap<String, String>();
        fields.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                choices.put(name.substring(PREFIX.length()), value);
            }
        });
        return new SettleSteps(choices);
    }

    /** Whether this choice says that it was done; which service was given, and what was done of what is hard, is asked on its own page. */
    static boolean isDone(Activity step, String choice) {
        return !isAskedApart(step) && step.kind().results().contains(choice);
    }

    /** Whether that it was done is said on its own page alone. */
    static boolean isAskedApart(Activity step) {
        return step.hard() || step.kind() == Activity.Kind.SERVICE;
    }

    /** What is wrong with the choice for this activity. */
    Errors errors(Activity activity, String choice) {
        boolean known = isDone(activity, choice) || STAYS.equals(choice) || Reasons.CANCELLED.contains(choice);
        return new Errors().unless(known, PREFIX + activity.id(), "EndActivity.reasonMissing");
    }
}
