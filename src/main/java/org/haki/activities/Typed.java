package org.haki.activities;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Pattern;
import org.haki.kernel.Text;

/** Days and hours as people type them, in the digits of any script. */
public final class Typed {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})(?:[:.hH](\\d{2})?)?");

    private Typed() {}

    /** A day such as 2026-11-24, 24.11.2026 or २४/११/२०२६; {@code null} when it is none. */
    static LocalDate day(String typed) {
        var text = Text.westernDigits(typed == null ? "" : typed.strip());
        try {
            var yearFirst = YEAR_FIRST.matcher(text);
            if (yearFirst.matches()) {
                return LocalDate.of(number(yearFirst.group(1)), number(yearFirst.group(2)), number(yearFirst.group(3)));
            }
            var dayFirst = DAY_FIRST.matcher(text);
            return dayFirst.matches()
                    ? LocalDate.of(number(dayFirst.group(3)), number(dayFirst.group(2)), number(dayFirst.group(1)))
                    : null;
        } catch (DateTimeException impossible) {
            return null;
        }
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
