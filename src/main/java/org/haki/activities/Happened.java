package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * When something happened, as it was said: just now, earlier today, or another day, with its hour where it is known.
 */
record Happened(String when, String day, String hour) {

    static final String NOW = "now";
    static final String TODAY = "today";
    static final String ANOTHER_DAY = "day";
    private static final LocalTime NOON = LocalTime.NOON;

    Errors errors(Instant now, ZoneId zone) {
        var errors = new Errors();
        if (justNow()) {
            return errors;
        }
        if (!TODAY.equals(when) && !ANOTHER_DAY.equals(when)) {
            return errors.add("when", "Happened.whenUnknown");
        }
        if (!Text.blank(hour) && Typed.hour(hour) == null) {
            errors.add("hour", "Happened.hourUnknown");
        }
        var on = on(now, zone);
        if (on == null) {
            return errors.add("day", Text.blank(day) ? "Happened.dayMissing" : "Happened.dayUnknown");
        }
        var today = LocalDate.ofInstant(now, zone);
        if (on.isAfter(today) || on.isBefore(today.minusYears(100))) {
            return errors.add("day", on.isAfter(today) ? "Happened.dayAhead" : "Happened.dayUnknown");
        }
        return errors.unless(!exact(now, zone).isAfter(now), "hour", "Happened.hourAhead");
    }

    /** The moment; where only the day is known, a moment of that day that is not ahead. */
    Instant at(Instant now, ZoneId zone) {
        var exact = exact(now, zone);
        return exact.isAfter(now) ? now : exact;
    }

    /** Whether only the day is known. */
    boolean dayOnly() {
        return !justNow() && Text.blank(hour);
    }

    /** The day as YYYY-MM-DD; empty for just now. */
    String isoDay(Instant now, ZoneId zone) {
        return justNow() ? "" : on(now, zone).toString();
    }

    private boolean justNow() {
        return Text.blank(when) || NOW.equals(when);
    }

    private LocalDate on(Instant now, ZoneId zone) {
        return ANOTHER_DAY.equals(when) ? Typed.day(day) : LocalDate.ofInstant(now, zone);
    }

    private Instant exact(Instant now, ZoneId zone) {
        if (justNow()) {
            return now;
        }
        var time = Text.blank(hour) || Typed.hour(hour) == null ? NOON : Typed.hour(hour);
        var exact = on(now, zone).atTime(time).atZone(zone).toInstant();
        return Text.blank(hour) && exact.isAfter(now) ? now : exact;
    }
}
