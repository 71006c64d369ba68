package org.haki.ui;

/**
 * The part of a list that a page shows, and what is known of the whole. No more than the first thousand are counted, so that
 * a page costs the same however long the list is.
 *
 * @param from  the place of the first one shown, counted from 1; of no meaning beyond those counted
 * @param shown how many are shown
 * @param count how many there are, as far as they were counted
 */
public record Stretch(long from, int shown, long count) {

    /** So many are counted; with one more it is known that there are more. */
    public static final int COUNTED = 1_000;

    /** "1 to 50 of 317". */
    public String words(Ui ui) {
        if (from > COUNTED) {
            return ui.say("Stretch.beyond", shown, COUNTED);
        }
        return count > COUNTED
                ? ui.say("Stretch.more", from, from + shown - 1, COUNTED)
                : ui.say("Pager.count", from, from + shown - 1, count);
    }

    /** "317", or "1,000+". */
    public static String number(Ui ui, long count) {
        return count > COUNTED ? ui.say("Stretch.atLeast", COUNTED) : ui.number(count);
    }
}
