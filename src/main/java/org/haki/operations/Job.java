package org.haki.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/**
 * A routine.
 *
 * @param pause how long between two looks whether there is something to do
 * @param daily whether it is done once a day, at night; else at each look
 * @param forGood whether it destroys by dates what does not come back, so that the clock must be one to trust
 */
record Job(String name, Duration pause, boolean daily, boolean forGood, Runnable deed) {

    private static final LocalTime NIGHT = LocalTime.of(2, 0);

    static Job every(Duration pause, String name, Runnable deed) {
        return new Job(name, pause, false, false, deed);
    }

    static Job nightly(String name, Runnable deed) {
        return new Job(name, Duration.ofMinutes(5), true, false, deed);
    }

    static Job forGood(String name, Runnable deed) {
        return new Job(name, Duration.ofMinutes(5), true, true, deed);
    }

    /** Since when it must have been done, for it not to be due: the last night's hour, or right now. */
    Instant since(Instant now) {
        var night = ZonedDateTime.ofInstant(now, ZoneOffset.systemDefault()).with(NIGHT).toInstant();
        return !daily ? now : night.isAfter(now) ? night.minus(Duration.ofDays(1)) : night;
    }
}
