package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.haki.activities.StepMark.Base;
import org.haki.cases.Offset;

/**
 * When things happened in a case, what may happen now, and how days and hours are reckoned from it.
 *
 * @param closing    when closing was proposed; {@code null} while the case is open
 * @param supervised whether whoever acts may put off what is hard
 */
record TimelineMoment(Instant opened, Instant closing, String urgency, Instant now, ZoneId zone, boolean supervised) {

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** The hour counts only where the distance is in hours. */
    Base base(Instant instant, Offset offset) {
        return new Base(day(instant), offset.in(urgency).toTheHour() ? instant : null);
    }

    Due due(Base base, Offset written) {
        if (base == null) {
            return new Due(null, null);
        }
        var offset = written.in(urgency);
        if (!offset.toTheHour()) {
            return new Due(offset.after(base.on()), null);
        }
        var from = base.at() == null ? base.on().atStartOfDay(zone).toInstant() : base.at();
        var at = offset.after(from, zone);
        return new Due(day(at), at);
    }

    /** The day or moment that an answer says; now where it says none, or one that lies ahead. */
    Instant past(Object said) {
        var at = switch (said) {
            case LocalDate day -> day.atStartOfDay(zone).toInstant();
            case Instant instant -> instant;
            case null, default -> now;
        };
        return at.isAfter(now) ? now : at;
    }

    /** Nothing is born overdue: what would lie in the past is due today. */
    Due born(Due due) {
        boolean past = due.on() != null && (due.on().isBefore(today()) || due.at() != null && due.at().isBefore(now));
        return past ? new Due(today(), null) : due;
    }
}
