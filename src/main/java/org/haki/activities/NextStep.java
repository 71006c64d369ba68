package org.haki.activities;

import java.time.LocalDate;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/** A follow-up planned from within another activity: its kind (empty for none), its day, its hour, in a few words what, and where. */
record NextStep(String kind, String day, String hour, String title, String place) {

    boolean wanted() {
        return !Text.blank(kind);
    }

    Errors errors(LocalDate today) {
        var errors = new Errors();
        if (!wanted()) {
            return errors;
        }
        errors.unless(Activity.Kind.of(kind) != null, "nextKind", "PlanActivity.kindMissing");
        errors.addAll(PlanActivity.dayErrors("nextDay", "nextHour", day, hour, today, true));
        return errors.unless(
                title == null || title.length() <= PlanActivity.LONGEST_TITLE,
                "nextTitle", "PlanActivity.titleLong", PlanActivity.LONGEST_TITLE);
    }

    PlanActivity plan(String from) {
        return new PlanActivity(kind, title, place, day, hour, "", "", "", from);
    }
}
