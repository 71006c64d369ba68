package org.haki.forms;

/**
 * Something that needs another look in a section.
 *
 * @param place   where: {@code child[k3]/age}
 * @param kind    what is wrong
 * @param message what the workbook says about it, in the asked language, or ""
 */
public record Wrong(String place, Kind kind, String message) {

    public enum Kind {
        REQUIRED, CONSTRAINT, INTEGER, DECIMAL, DATE, TIME, DATE_TIME, POINT, CHOICE, NOT_ASKED, UNKNOWN, TOO_LONG, TOO_MANY_ROWS, UNREADABLE
    }
}
