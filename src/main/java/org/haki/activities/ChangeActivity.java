package org.haki.activities;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * Another day, another person, another thing to wait for.
 *
 * @param assignee the colleague's id
 * @param after    the activity that must be done before, or empty
 * @param reason   why the day changes; needed for appointments and hard dates
 */
public record ChangeActivity(String day, String hour, String assignee, String after, String reason, String remark) {

    public ChangeActivity {
        assignee = Objects.requireNonNullElse(assignee, "");
        reason = Objects.requireNonNullElse(reason, "");
    }

    /** The form as it stands first: nothing changed. */
    public static ChangeActivity asItIs(Activity activity, ZoneId zone) {
        return new ChangeActivity(
                activity.dueOn() == null ? "" : activity.dueOn().toString(),
                activity.dueAt() == null ? "" : activity.dueAt().atZone(zone).toLocalTime().toString(),
                text(activity.assigneeOrg() == null ? activity.assignee() : activity.assigneeOrg()),
                text(activity.waitsFor()),
                "",
                "");
    }

    Errors errors(Activity activity, LocalDate today, ZoneId zone) {
        var errors = new Errors();
        if (unreadable() || movesDay(activity, zone)) {
            boolean needed = activity.hard() || activity.kind().canBeMissed() || Text.blank(after);
            errors.addAll(PlanActivity.dayErrors("day", "hour", day, hour, today, needed));
            errors.unless(
                    !needsReason(activity) || Reasons.MOVED.contains(reason), "reason", "EndActivity.reasonMissing");
        }
        return errors.addAll(RecordActivity.textErrors("remark", remark));
    }

    boolean movesDay(Activity activity, ZoneId zone) {
        var due = Due.of(day, hour, zone);
        return !Objects.equals(due.on(), activity.dueOn()) || !Objects.equals(due.at(), activity.dueAt());
    }

    private boolean unreadable() {
        return !Text.blank(day) && Typed.day(day) == null || !Text.blank(hour) && Typed.hour(hour) == null;
    }

    private static String text(UUID id) {
        return id == null ? "" : id.toString();
    }

    static boolean needsReason(Activity activity) {
        return activity.hard() || activity.kind() == Activity.Kind.APPOINTMENT;
    }
}
