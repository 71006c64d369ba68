package org.haki.forms;

/**
 * Something that needs another look in a section.
 *
 * @param place where: {@code child[k3]/age}
 * @param kind  what is wrong; what the workbook says about it, {@link Texts#message} knows
 * @param says  where whoever asks said what is wrong, the key of that sentence; else ""
 */
public record Wrong(String place, Kind kind, String says) {

    public Wrong(String place, Kind kind) {
        this(place, kind, "");
    }

    public enum Kind {
        REQUIRED, CONSTRAINT, INTEGER, DECIMAL, DATE, TIME, DATE_TIME, POINT, TRACE, SHAPE, SCALE, MONTH, YEAR, CHOICE, NOT_ASKED, UNKNOWN, TOO_LONG, TOO_MANY_ROWS, UNREADABLE, SAID
    }
}
