package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The queue, and beside it the report that is open, if one is.
 *
 * @param items   a page of the list
 * @param next    the address of the next page, or {@code null}
 * @param more    how many come after this page
 * @param print   changes whenever the list does
 * @param reading the report that is open, or {@code null}
 * @param undo    what was just decided for many at once and can still be taken back, or {@code null}
 */
public record QueuePage(
        Filter filter, Counts counts, List<Item> items, String next, int more, String print, Reading reading, Undo undo) {

    /**
     * A report in the list.
     *
     * @param words    the beginning of her words; {@code null} where they are not shown any more
     * @param openWith who else has it open, or {@code null}
     * @param openTill until when the person herself has it open, or {@code null}
     */
    public record Item(
            String code,
            String urgency,
            String channel,
            String where,
            Instant receivedAt,
            String language,
            String words,
            String openWith,
            Instant openTill,
            boolean noCall,
            Instant nextCall,
            int fakes,
            int alike,
            String state) {}

    /** Decided at once a moment ago. */
    public record Undo(UUID decision, int many, String reason) {}

    /** The code of the report that is open, or "". */
    public String open() {
        return reading == null ? "" : reading.code();
    }

    public boolean isOpen(Item item) {
        return item.code().equals(open());
    }

    /** Where the list asks whether it changed. */
    public String fresh() {
        var query = filter.query();
        return "/intake/fresh" + (query.isEmpty() ? "?" : query + "&") + "seen=" + print + (open().isEmpty() ? "" : "&open=" + open());
    }
}
