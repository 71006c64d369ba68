package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.haki.kernel.Text;

/** When something is due: a day in the office's zone, and the moment where an hour was set. Either may be {@code null}. */
record Due(LocalDate on, Instant at) {

    static Due of(String day, String hour, ZoneId zone) {
        var on = Typed.day(day);
        var time = Text.blank(hour) ? null : Typed.hour(hour);
        return new Due(on, on == null || time == null ? null : on.atTime(time).atZone(zone).toInstant());
    }

    /** Whether it lies later than this activity's date. */
    boolean putsOff(Activity than) {
        if (on == null || than.dueOn() == null) {
            return than.dueOn() != null;
        }
        boolean sameDay = on.equals(than.dueOn());
        return on.isAfter(than.dueOn()) || sameDay && than.dueAt() != null && (at == null || at.isAfter(than.dueAt()));
    }
}
