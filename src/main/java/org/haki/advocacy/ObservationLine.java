package org.haki.advocacy;

import java.util.stream.Collectors;
import org.haki.lists.ListEntry;
import org.haki.ui.Ui;

/**
 * An observation as lists show it.
 *
 * @param by   who wrote it
 * @param undo whether the reader may take it back as if it had not been written
 */
public record ObservationLine(PracticeObservation row, ListEntry institution, String by, boolean undo) {

    /** What was done there, in words. */
    public String practices(Ui ui) {
        return row.practices().stream().map(practice -> ui.say("Practice." + practice)).collect(Collectors.joining(" · "));
    }

    /** What was asked for, or "". */
    public String amount(Ui ui) {
        return row.amount() == null ? "" : ui.money(row.amount());
    }

    /** The day on which it was seen; only its month once the case was destroyed. */
    public String seen(Ui ui) {
        return row.caseId() == null ? ui.month(row.seenOn()) : ui.day(row.seenOn());
    }
}
