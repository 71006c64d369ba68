package org.haki.surveys;

import java.util.List;

/**
 * One thing on a printed form.
 *
 * @param number  of the question, or ""
 * @param when    on what it depends, or ""
 * @param value   what was answered, as one reads it; "" for a blank one
 * @param chosen  the choices that were chosen, by what they are called
 * @param below   of a group what is in it, of a repeat its rows
 */
public record PaperItem(Space space, String number, String label, String hint, String when, List<String> choices, List<String> chosen, String value,
        List<PaperItem> below) {

    /** How much room, and of which kind, an answer needs. */
    public enum Space { GROUP, REPEAT, ROW, NOTE, LINE, LINES, BOXES, DAY, TIME, MOMENT, ONE, MANY, ORDER, TICK, PLACE, ELSEWHERE }

    private static final int IN_ONE_LINE = 60;

    /** Whether the choices fit in a line. */
    public boolean isShort() {
        return choices.stream().mapToInt(choice -> choice.length() + 4).sum() <= IN_ONE_LINE;
    }

    public boolean isChosen(String choice) {
        return chosen.contains(choice);
    }

    public boolean isSection() {
        return space == Space.GROUP || space == Space.REPEAT || space == Space.ROW;
    }
}
