package org.haki.surveys;

import java.util.UUID;

/**
 * What became of something that came in.
 *
 * @param sheet the filled-in form that it is now part of; {@code null} where it was not kept
 * @param code  its code, as its paper shows it; "" where it was not kept
 */
public record Receipt(Outcome outcome, UUID sheet, String code) {

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
        /** It cannot be read at all. */
        UNREADABLE
    }

    static Receipt not(Outcome outcome) {
        return new Receipt(outcome, null, "");
    }
}
