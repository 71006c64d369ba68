package org.haki.activities;

import java.time.LocalDate;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * What somebody plans.
 *
 * @param assignee the colleague's id; empty for the one who plans
 * @param hard     {@code yes} where the date is set by law, a court or danger
 * @param after    the activity that must be done before, or empty
 * @param from     the activity it is planned from within, or empty
 */
public record PlanActivity(
        String kind,
        String title,
        String place,
        String day,
        String hour,
        String assignee,
        String hard,
        String after,
        String from) {

    static final int LONGEST_TITLE = 200;
    private static final int FURTHEST_YEARS = 20;

    /** A first, empty form. */
    public static PlanActivity empty(String kind, String assignee, String from) {
        return new PlanActivity(kind, "", "", "", "", assignee, "", "", from);
    }

    Errors errors(LocalDate today) {
        var errors = new Errors();
        var kind = ofKind();
        errors.unless(kind != null, "kind", "PlanActivity.kindMissing");
        if (kind != null && needsTitle(kind)) {
            errors.unless(!Text.blank(title), "title", "PlanActivity.titleMissing");
        }
        errors.unless(length(title) <= LONGEST_TITLE, "title", "PlanActivity.titleLong", LONGEST_TITLE);
        errors.unless(length(place) <= LONGEST_TITLE, "place", "PlanActivity.titleLong", LONGEST_TITLE);
        return errors.addAll(dayErrors("day", "hour", day, hour, today, Text.blank(after) || isHard()));
    }

    /** What is wrong with a day to come and its hour. */
    static Errors dayErrors(String dayField, String hourField, String day, String hour, LocalDate today, boolean needed) {
        var errors = new Errors();
        if (Text.blank(day)) {
            errors.unless(!needed && Text.blank(hour), dayField, "PlanActivity.dayMissing");
        } else {
            var on = Typed.day(day);
            if (on == null || on.isAfter(today.plusYears(FURTHEST_YEARS))) {
                errors.add(dayField, "PlanActivity.dayUnknown");
            } else {
                errors.unless(!on.isBefore(today), dayField, "PlanActivity.dayPast");
            }
        }
        return errors.unless(Text.blank(hour) || Typed.hour(hour) != null, hourField, "PlanActivity.hourUnknown");
    }

    Activity.Kind ofKind() {
        return Activity.Kind.of(kind);
    }

    boolean isHard() {
        return "yes".equals(hard);
    }

    /** Calls and visits explain themselves. */
    private static boolean needsTitle(Activity.Kind kind) {
        return kind != Activity.Kind.CALL && kind != Activity.Kind.VISIT;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
