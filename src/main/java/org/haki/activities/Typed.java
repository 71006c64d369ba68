package org.haki.activities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/** Days and hours as people type them, in the digits of any script. */
public final class Typed {

    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:.hH](\\d{2})?)?");

    private Typed() {}

    /** A whole day such as 2026-11-24, 24.11.2026, 3 March 2026 or २४/११/२०२६; {@code null} when it is none. */
    static LocalDate day(String typed) {
        var read = PartialDate.read(typed, "", new Errors());
        return read == null || read.about() || read.day() == null ? null : read.earliest();
    }

    /** An hour such as 9:30, 09.30, 14 or ९:३०; {@code null} when it is none. */
    static LocalTime hour(String typed) {
        var hour = HOUR.matcher(Text.westernDigits(typed == null ? "" : typed.strip()));
        try {
            return hour.matches()
                    ? LocalTime.of(number(hour.group(1)), hour.group(2) == null ? 0 : number(hour.group(2)))
                    : null;
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    /** The browser's own picker for a day or hour, unless something was typed that it could not show again. */
    public static String input(String type, String value) {
        boolean shows = Text.blank(value) || value.matches(type.equals("date") ? "\\d{4}-\\d{2}-\\d{2}" : "\\d{2}:\\d{2}");
        return shows ? type : "text";
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
