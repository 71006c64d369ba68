package org.haki.ui;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.DecimalFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.kernel.Money;

/** Days and hours in one language and one zone, said as people say them. Their patterns are words, too. */
record Times(Words words, String language, ZoneId zone, Clock clock) {

    private static final Map<String, DateTimeFormatter> FORMATS = new ConcurrentHashMap<>();
    private static final Map<String, Locale> NUMBERS = new ConcurrentHashMap<>();
    private static final Map<Locale, LocalizedNumberFormatter> WHOLE = new ConcurrentHashMap<>();
    private static final Set<String> KNOWN =
            Stream.of(NumberFormat.getAvailableLocales()).map(Locale::toLanguageTag).collect(Collectors.toUnmodifiableSet());

    /** How numbers are written in this language where this zone is: 12.345 in Bolivia, 12,345 in Mexico. */
    Locale numbers() {
        return NUMBERS.computeIfAbsent(language + " " + zone, _ -> {
            var there = Words.tag(language) + "-" + country();
            return KNOWN.contains(there) ? Locale.forLanguageTag(there) : Words.locale(language);
        });
    }

    /** A whole number as it is written there. */
    String number(long number) {
        return WHOLE.computeIfAbsent(numbers(), there -> ((DecimalFormat) NumberFormat.getIntegerInstance(there)).toNumberFormatter())
                .format(number)
                .toString();
    }

    /** The same with at most one place behind the point. */
    String tenths(double number) {
        var format = NumberFormat.getInstance(numbers());
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    String money(Money amount) {
        var format = NumberFormat.getCurrencyInstance(numbers());
        format.setCurrency(Currency.getInstance(amount.currency()));
        return format.format(amount.units());
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** today, tomorrow, in 3 days, 2 days ago; further off the day itself. */
    String plain(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        return Math.abs(days) < 7 ? near(days) : day(day);
    }

    /** Tue 17, further off 3 Nov: for narrow columns. */
    String brief(LocalDate day) {
        return format(Math.abs(ChronoUnit.DAYS.between(today(), day)) < 7 ? "Time.dayBrief" : "Time.dayMonth", day);
    }

    /** Tue 17 Nov, with its year when it is another one. */
    String day(LocalDate day) {
        return format(day.getYear() == today().getYear() ? "Time.day" : "Time.dayOfYear", day);
    }

    /** Tuesday 17 November, at the beginning of a line. */
    String weekday(LocalDate day) {
        return CaseMap.toTitle().wholeString().noLowercase().apply(Words.locale(language), null, format("Time.weekday", day));
    }

    /** 17 Nov, or Nov, or 2026. */
    String column(String unit, LocalDate day) {
        return format("Time.column." + unit, day);
    }

    /** November 2026. */
    String month(LocalDate day) {
        return format("Time.month", day);
    }

    /** Tuesday 17 November 2026. */
    String exact(LocalDate day) {
        return format("Time.exact", day);
    }

    /** Tuesday 17 November 2026, 08:12. */
    String exact(Instant instant) {
        return format("Time.exactTime", instant.atZone(zone));
    }

    /** 08:12. */
    String hour(Instant instant) {
        return format("Time.hour", instant.atZone(zone));
    }

    /** Today 08:12, Tue 17 Nov 08:12. */
    String when(Instant instant) {
        return when(instant, "Time.dayName");
    }

    /** today 08:12, Tue 17 Nov 08:12: within a sentence. */
    String whenWithin(Instant instant) {
        return when(instant, "Time.near");
    }

    private String when(Instant instant, String name) {
        var day = LocalDate.ofInstant(instant, zone);
        long days = ChronoUnit.DAYS.between(today(), day);
        var said = Math.abs(days) > 1 ? day(day) : words.say(language, name, days);
        return words.say(language, "Time.when", said, hour(instant));
    }

    /** 18 min, 2 h, 3 days: how long between then and now, either way. */
    String length(Instant instant) {
        long minutes = Duration.between(instant, clock.instant()).abs().toMinutes();
        if (minutes < 60) {
            return words.say(language, "Time.minutes", minutes);
        }
        return minutes < 24 * 60
                ? words.say(language, "Time.hours", minutes / 60)
                : words.say(language, "Time.lengthDays", daysTo(instant));
    }

    /** 18 min ago, in 25 min. */
    String ago(Instant instant) {
        boolean past = !instant.isAfter(clock.instant());
        return words.say(language, past ? "Time.ago" : "Time.in", length(instant));
    }

    /** 2 days late, 20 min late, in 25 min. */
    String due(Instant instant) {
        boolean late = instant.isBefore(clock.instant());
        return words.say(language, late ? "Time.late" : "Time.in", length(instant));
    }

    /** 2 days late, today, tomorrow, in 3 days. */
    String due(LocalDate day) {
        long days = ChronoUnit.DAYS.between(today(), day);
        return days < 0
                ? words.say(language, "Time.late", words.say(language, "Time.lengthDays", -days))
                : near(days);
    }

    /** The country of this zone, by its ISO 3166 code; "" where that is none. */
    String country() {
        try {
            return TimeZone.getRegion(zone.getId());
        } catch (IllegalArgumentException noPlace) {
            return "";
        }
    }

    private String near(long days) {
        return Math.abs(days) < 2
                ? words.say(language, "Time.near", days)
                : words.say(language, days < 0 ? "Time.ago" : "Time.in", words.say(language, "Time.lengthDays", Math.abs(days)));
    }

    private long daysTo(Instant instant) {
        return Math.max(1, Math.abs(ChronoUnit.DAYS.between(today(), LocalDate.ofInstant(instant, zone))));
    }

    private String format(String key, TemporalAccessor time) {
        var formatter = FORMATS.computeIfAbsent(language + " " + words.pattern(language, key), _ -> {
            var locale = Words.locale(language);
            return DateTimeFormatter.ofPattern(words.pattern(language, key), locale).withDecimalStyle(DecimalStyle.of(locale));
        });
        return formatter.format(time);
    }
}
