package org.haki.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * A distance in time, as casetype.yaml writes it: {@code 3d}, {@code -7d}, {@code 72h}, or {@code urgency}.
 *
 * @param days  in days; 0 where it is in hours
 * @param hours in hours; 0 where it is in days
 * @param byUrgency whether the case's urgency decides
 */
public record Offset(int days, int hours, boolean byUrgency) {

    private static final Pattern WRITTEN = Pattern.compile("(-?)(\\d{1,4})([dh])");
    private static final int EMERGENCY_HOURS = 24;
    private static final int URGENT_HOURS = 72;
    private static final int NORMAL_DAYS = 14;

    public static final Offset NONE = new Offset(0, 0, false);

    /** As it is written, or {@code null} where that cannot be read. */
    public static Offset of(String text) {
        if (text.equals("urgency")) {
            return new Offset(0, 0, true);
        }
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return null;
        }
        int number = Integer.parseInt(written.group(1) + written.group(2));
        return written.group(3).equals("d") ? new Offset(number, 0, false) : new Offset(0, number, false);
    }

    /** What it comes to in a case of this urgency. */
    public Offset in(String urgency) {
        return !byUrgency ? this : switch (urgency) {
            case "emergency" -> new Offset(0, EMERGENCY_HOURS, false);
            case "urgent" -> new Offset(0, URGENT_HOURS, false);
            default -> new Offset(NORMAL_DAYS, 0, false);
        };
    }

    /** Whether it leads to an hour of a day, and not to a day only. */
    public boolean toTheHour() {
        return hours != 0;
    }

    /** The day so long after this day. */
    public LocalDate after(LocalDate day) {
        return day.plusDays(days);
    }

    /** The moment so long after this moment; days are days of this zone. */
    public Instant after(Instant moment, ZoneId zone) {
        return moment.atZone(zone).plusDays(days).toInstant().plus(Duration.ofHours(hours));
    }

    /** Whether it goes forward. */
    public boolean ahead() {
        return days > 0 || hours > 0;
    }
}
