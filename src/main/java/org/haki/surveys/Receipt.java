package org.haki.surveys;

import java.util.UUID;

/**
 * What became of something that came in.
 *
 * @param sheet   the filled-in form that it is now part of; {@code null} where it was not kept
 * @param code    its code, as its paper shows it; "" where it was not kept
 * @param wrongs  in how many places something is wrong with it; 0 where it was kept before
 * @param awaited how many of the files that it names did not come yet
 */
public record Receipt(Outcome outcome, UUID sheet, String code, int wrongs, int awaited) {

    /** What happened to it. */
    public enum Outcome {
        /** It is kept: a new one, or a newer edit. */
        KEPT,
        /** The very same was kept before; files that were missing are now there. */
        KEPT_BEFORE,
        /** Something else was kept under its instanceID. */
        ANOTHER,
        /** What it edits was never received. */
        EDITS_NOTHING,
        /** What it edits was edited by somebody else since. */
        EDITED_SINCE,
        /** The form takes nothing more. */
        CLOSED,
        /** It was here, and was destroyed. */
        DELETED,
        /** It cannot be read at all, or is another form's. */
        UNREADABLE
    }

    Receipt(Outcome outcome, UUID sheet, String code) {
        this(outcome, sheet, code, 0, 0);
    }

    static Receipt not(Outcome outcome) {
        return new Receipt(outcome, null, "");
    }
}
