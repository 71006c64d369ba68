package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Errors;

/**
 * The queue, and beside it the report that is open, if one is.
 *
 * @param items   a page of the list
 * @param next    the address of the next page, or {@code null}
 * @param more    how many come after this page
 * @param print   changes whenever the list does
 * @param open    the code of the report that is open, or ""
 * @param reading the report that is open; {@code null} where none is, or the list comes alone
 * @param undo    what was just decided for many at once and can still be taken back, or {@code null}
 */
public record QueuePage(
        Filter filter, Counts counts, List<Item> items, String next, int more, String print, String open, Reading reading,
        Undo undo, Errors errors) {

    /** The list alone, as it comes anew. */
    static final String ROWS = "QueueRows";

    /**
     * A report in the list.
     *
     * @param words    the beginning of her words; {@code null} where they are not shown any more
     * @param openWith who else has it open, or {@code null}
     * @param openTill until when the person herself has it open, or {@code null}
     */
    public record Item(
            String code,
            int version,
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

    /** Decided at once a moment ago; {@code left} were left alone. */
    public record Undo(UUID decision, int many, int left, String reason) {}

    /** The same with what needs another look. */
    QueuePage with(Errors wrong) {
        return new QueuePage(filter, counts, items, next, more, print, open, reading, undo, wrong);
    }

    /** Where a report in the list opens: beside the list as it is. */
    public String path(Item item) {
        return "/intake/" + item.code() + filter.query() + "#reading";
    }

    public boolean isOpen(Item item) {
        return item.code().equals(open);
    }

    /** Where the list asks whether it changed. */
    public String fresh() {
        var query = filter.query();
        return "/intake/fresh" + (query.isEmpty() ? "?" : query + "&") + "seen=" + print + (open.isEmpty() ? "" : "&open=" + open);
    }
}
