package org.haki.reports;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The days, first and last included, that a page of figures is about. */
public record Period(LocalDate from, LocalDate to) {

    /** A period that people often ask for: its key in words/. */
    public record Usual(String key, Period period) {}

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 30;
    private static final int DAYS_TO_SETTLE = 15;
    private static final int MONTHS = 36;
    private static final int DAYS_DRAWN_BY_WEEK = 98;
    private static final int DAYS_DRAWN_BY_MONTH = 3 * 366;

    /** The period in an address; what cannot be read, lies before all time or ahead, is the last thirty days' bound. */
    static Period of(String from, String to, LocalDate today) {
        var last = read(to, today);
        var first = read(from, last.minusDays(DAYS - 1));
        return first.isAfter(last) ? new Period(last, first) : new Period(first, last);
    }

    /**
     * The month in an address, for readers of figures only: a whole one, since the difference of two periods that overlap would be
     * the figure of a few days (P31), and one whose figures stand. Any other day asks for the last of them.
     */
    static Period settled(String from, LocalDate today) {
        var last = today.withDayOfMonth(1).minusMonths(today.getDayOfMonth() > DAYS_TO_SETTLE ? 1 : 2);
        var first = read(from, last).withDayOfMonth(1);
        return month(first.isAfter(last) ? last : first);
    }

    /** The months that they may choose from, the newest first. */
    static List<Usual> settled(LocalDate today) {
        return Stream.iterate(settled("", today), month -> month.before()).limit(MONTHS).map(month -> new Usual("month", month)).toList();
    }

    private static Period month(LocalDate first) {
        return new Period(first, first.plusMonths(1).minusDays(1));
    }

    /** Whether it is one month of the calendar. */
    public boolean isMonth() {
        return from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1).minusDays(1));
    }

    /** The same number of days, just before; the month before one month. */
    public Period before() {
        return isMonth() ? month(from.minusMonths(1)) : new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** The day on which the figures of the next month can be looked at. */
    public LocalDate nextOpens() {
        return from.plusMonths(2).withDayOfMonth(DAYS_TO_SETTLE + 1);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As the query of an address. */
    public String query() {
        return "from=" + from + "&to=" + to;
    }

    /** What one column is: the unit in which SQL cuts days, too. */
    String unit() {
        return days() <= DAYS_DRAWN_BY_WEEK ? "week" : days() <= DAYS_DRAWN_BY_MONTH ? "month" : "year";
    }

    /** The first day of each column; the period may begin within the first. */
    List<LocalDate> columns() {
        var columns = new ArrayList<LocalDate>();
        for (var day = columnOf(from); !day.isAfter(to); day = columnAfter(day)) {
            columns.add(day);
        }
        return columns;
    }

    private LocalDate columnOf(LocalDate day) {
        return switch (unit()) {
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "month" -> day.with(TemporalAdjusters.firstDayOfMonth());
            default -> day.with(TemporalAdjusters.firstDayOfYear());
        };
    }

    LocalDate columnAfter(LocalDate column) {
        return switch (unit()) {
            case "week" -> column.plusWeeks(1);
            case "month" -> column.plusMonths(1);
            default -> column.plusYears(1);
        };
    }

    static List<Usual> usual(LocalDate today) {
        return List.of(
                new Usual("week", new Period(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), today)),
                new Usual("days", new Period(today.minusDays(DAYS - 1), today)),
                new Usual("quarter", new Period(today.with(today.getMonth().firstMonthOfQuarter()).withDayOfMonth(1), today)),
                new Usual("year", new Period(today.withDayOfYear(1), today)));
    }

    private static LocalDate read(String text, LocalDate otherwise) {
        try {
            var day = LocalDate.parse(text);
            return day.isBefore(EARLIEST) || day.isAfter(otherwise.plusYears(1)) ? otherwise : day;
        } catch (DateTimeParseException | NullPointerException unreadable) {
            return otherwise;
        }
    }
}
