package org.haki.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A date as well as it is known: a day, a month, a year, or about one of these.
 *
 * @param year  the year
 * @param month 1 to 12, or {@code null} where only the year is known
 * @param day   the day of the month, or {@code null}
 * @param about whether it is an estimate
 */
public record PartialDate(int year, Integer month, Integer day, boolean about) {

    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;
    private static final int SHORTEST_MONTH_WORD = 3;
    private static final Set<String> ABOUT_WORDS =
            Set.of("about", "around", "circa", "c", "ca", "~", "approx", "alrededor", "aproximadamente", "hacia", "cerca", "vers", "environ");
    /** That a day is of the calendar of Nepal. */
    private static final Set<String> BIKRAM_WORDS = Set.of("bs", "वि", "बि", "सं", "विसं", "बिसं");
    private static final Set<String> SMALL_WORDS = Set.of("of", "de", "del", "the", "el", "le", "st", "nd", "rd", "th");
    private static final List<Locale> MONTH_LANGUAGES =
            List.of("en", "es", "fr", "pt", "sw", "ar", "ne", "hi", "bn", "am").stream().map(Locale::of).toList();

    /** A whole day. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), false);
    }

    /** Reads the written form that {@link #toString()} gives. */
    @JsonCreator
    public static PartialDate of(String written) {
        var errors = new Errors();
        var date = read(written, "", errors);
        if (date == null || !errors.isEmpty()) {
            throw new IllegalArgumentException("Not a written date");
        }
        return date;
    }

    /**
     * Reads what someone typed, in digits of any script: "24 11 2026", "2026-11", "about 2019", "3 March 1987"; a day of
     * {@link BikramSambat} where it says so: "2081-05-12 BS", "12 Bhadra 2081". What cannot be a date adds its sentence to the
     * errors and gives {@code null}; nothing typed gives {@code null}.
     */
    public static PartialDate read(String typed, String field, Errors errors) {
        if (Text.blank(typed)) {
            return null;
        }
        boolean about = false;
        boolean bikram = false;
        var parts = new ArrayList<Object>();
        for (var word : words(typed)) {
            if (ABOUT_WORDS.contains(word)) {
                about = true;
            } else if (word.chars().allMatch(Character::isDigit) && word.length() <= 4) {
                parts.add(Integer.valueOf(word));
            } else if (BikramSambat.month(word) > 0) {
                bikram = true;
                parts.add(Month.of(BikramSambat.month(word)));
            } else if (BIKRAM_WORDS.contains(word)) {
                bikram = true;
            } else if (monthOf(word) != null) {
                parts.add(monthOf(word));
            } else if (!SMALL_WORDS.contains(word)) {
                errors.add(field, "PartialDate.unreadable");
                return null;
            }
        }
        return arrange(parts, about, bikram, field, errors);
    }

    /** The first day it can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day it can mean. */
    public LocalDate latest() {
        if (month == null) {
            return Year.of(year).atDay(Year.of(year).length());
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : earliest();
    }

    /** Whether every day it can mean lies after this one. */
    public boolean isAfter(LocalDate other) {
        return earliest().isAfter(other);
    }

    /** As it is kept: 2026-11-24, 2026-11, 2026, ~2019. */
    @JsonValue
    @Override
    public String toString() {
        var written = new StringBuilder(about ? "~" : "").append("%04d".formatted(year));
        if (month != null) {
            written.append("-%02d".formatted(month));
        }
        if (day != null) {
            written.append("-%02d".formatted(day));
        }
        return written.toString();
    }

    private static List<String> words(String typed) {
        var plain = Text.westernDigits(typed)
                .toLowerCase(Locale.ROOT)
                .replace("~", " ~ ")
                .replaceAll("(?<=\\d)(?=\\p{L})|(?<=\\p{L})(?=\\d)", " ");
        return List.of(plain.strip().split("[\\s,./\\-\\u2010-\\u2015\\u060C]+")).stream().filter(word -> !word.isEmpty()).toList();
    }

    private static PartialDate arrange(List<Object> parts, boolean about, boolean bikram, String field, Errors errors) {
        var months = parts.stream().filter(Month.class::isInstance).map(Month.class::cast).toList();
        var numbers = new ArrayList<>(parts.stream().filter(Integer.class::isInstance).map(Integer.class::cast).toList());
        if (numbers.isEmpty() || months.size() > 1 || numbers.size() + months.size() > 3) {
            errors.add(field, "PartialDate.unreadable");
            return null;
        }
        boolean yearFirst = numbers.getFirst() > 999;
        int year = yearFirst ? numbers.removeFirst() : numbers.removeLast();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            errors.add(field, "PartialDate.year");
            return null;
        }
        Integer month = null;
        if (!months.isEmpty()) {
            month = months.getFirst().getValue();
        } else if (!numbers.isEmpty()) {
            month = yearFirst ? numbers.removeFirst() : numbers.removeLast();
        }
        Integer day = numbers.isEmpty() ? null : numbers.getFirst();
        return bikram ? ofNepal(year, month, day, about, field, errors) : possible(year, month, day, about, field, errors);
    }

    /** A month or a year of Nepal is no month or year elsewhere: it takes a whole day. */
    private static PartialDate ofNepal(int year, Integer month, Integer day, boolean about, String field, Errors errors) {
        var meant = month == null || day == null ? null : BikramSambat.day(year, month, day);
        if (meant == null) {
            errors.add(field, "PartialDate.bikram");
            return null;
        }
        return new PartialDate(meant.getYear(), meant.getMonthValue(), meant.getDayOfMonth(), about);
    }

    private static PartialDate possible(int year, Integer month, Integer day, boolean about, String field, Errors errors) {
        if (month != null && (month < 1 || month > 12)) {
            errors.add(field, "PartialDate.month", month);
            return null;
        }
        if (day != null && (day < 1 || day > YearMonth.of(year, month).lengthOfMonth())) {
            errors.add(field, "PartialDate.day", day);
            return null;
        }
        return new PartialDate(year, month, day, about);
    }

    /** The one month that this word, or its beginning, names in the languages we know. */
    private static Month monthOf(String word) {
        var folded = fold(word);
        var found = new TreeSet<Month>();
        for (var language : MONTH_LANGUAGES) {
            for (var month : Month.values()) {
                var name = fold(month.getDisplayName(TextStyle.FULL, language));
                if (name.equals(folded)) {
                    return month;
                }
                if (folded.length() >= SHORTEST_MONTH_WORD && name.startsWith(folded)) {
                    found.add(month);
                }
            }
        }
        return found.size() == 1 ? found.first() : null;
    }

    private static String fold(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("[\\u0300-\\u036f]", "");
    }
}
