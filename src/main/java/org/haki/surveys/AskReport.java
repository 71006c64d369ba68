package org.haki.surveys;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.UUID;

/**
 * Which report was asked for.
 *
 * @param by     by what it is set against: a question, {@link #OFFICE}, {@link #MONTH}, {@link #DAY}, or ""
 * @param edge   the first day of the time after, for {@link #DAY}, as typed; "" for none
 * @param from   the first day that counts, as typed; "" for all
 * @param to     the last day that counts, as typed; "" for all
 * @param office the only office that counts; "" for all
 * @param small  {@code shown} to see small numbers, too
 */
public record AskReport(String by, String edge, String from, String to, String office, String small) {

    static final String OFFICE = "~office";
    static final String MONTH = "~month";
    /** Before a day and since: a baseline beside an endline. */
    static final String DAY = "~day";

    public AskReport {
        by = Objects.requireNonNullElse(by, "");
        edge = Objects.requireNonNullElse(edge, "");
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        office = Objects.requireNonNullElse(office, "");
        small = Objects.requireNonNullElse(small, "");
    }

    /** The same of all days and offices: for whoever sees no sheet, since two that overlap would tell of one by their difference (P31). */
    AskReport whole() {
        return new AskReport(by.equals(DAY) ? "" : by, "", "", "", "", "");
    }

    /** Whether it is to be set before and since a day, and names none. */
    public boolean lacksDay() {
        return by.equals(DAY) && day(edge) == null;
    }

    /** On which side of the day this one lies: {@code before} or {@code since}; "" where no day is named. */
    String side(LocalDate day) {
        var first = day(edge);
        return first == null ? "" : day.isBefore(first) ? "before" : "since";
    }

    boolean holds(LocalDate day, UUID where) {
        var first = day(from);
        var last = day(to);
        return (first == null || !day.isBefore(first)) && (last == null || !day.isAfter(last)) && (office.isEmpty() || office.equals(where.toString()));
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
