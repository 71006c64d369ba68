package org.haki.intake;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Three moments to call at, at different hours, inside the parts of the day in which she said she is free to talk. */
final class SafeHours {

    private static final int CALLS = 3;
    private static final int DAYS_AHEAD = 7;
    private static final int MINUTES_TO_DIAL = 5;
    private static final List<Integer> MINUTES_INTO_PART = List.of(30, 75, 10);
    private static final List<String> WHEN_SHE_NAMED_NONE = List.of("10", "12", "15", "18");

    /** A part of the day, from one hour up to another. */
    record Part(int from, int to) {

        static Part of(String hour) {
            int from = Integer.parseInt(hour);
            int place = Told.HOURS.indexOf(hour);
            return new Part(from, place + 1 < Told.HOURS.size() ? Integer.parseInt(Told.HOURS.get(place + 1)) : 24);
        }

        boolean holds(LocalTime time) {
            return time.getHour() >= from && time.getHour() < to;
        }
    }

    private SafeHours() {}

    /** When to call, in the zone of the office; the first as soon as it is safe. */
    static List<LocalDateTime> suggest(List<String> hours, LocalDateTime now) {
        var parts = (hours.isEmpty() ? WHEN_SHE_NAMED_NONE : hours).stream().map(Part::of).toList();
        var soon = roundUp(now.plusMinutes(MINUTES_TO_DIAL));
        var suggested = new ArrayList<LocalDateTime>();
        if (parts.stream().anyMatch(part -> part.holds(now.toLocalTime()) && part.holds(soon.toLocalTime()))) {
            suggested.add(soon);
        }
        for (int day = 0; day < DAYS_AHEAD && suggested.size() < CALLS; day++) {
            for (var part : parts) {
                var at = now.toLocalDate().plusDays(day).atTime(part.from(), 0)
                        .plusMinutes(MINUTES_INTO_PART.get(suggested.size() % MINUTES_INTO_PART.size()));
                var earliest = suggested.isEmpty() ? soon : suggested.getLast().plusHours(2);
                if (suggested.size() < CALLS && !at.isBefore(earliest)) {
                    suggested.add(at);
                }
            }
        }
        return suggested;
    }

    /** Whether a call then would be inside her hours; any hour is, where she named none. */
    static boolean safe(List<String> hours, LocalTime time) {
        return hours.isEmpty() || hours.stream().map(Part::of).anyMatch(part -> part.holds(time));
    }

    private static LocalDateTime roundUp(LocalDateTime time) {
        var minute = time.withSecond(0).withNano(0);
        return minute.plusMinutes((5 - minute.getMinute() % 5) % 5);
    }
}
