package org.haki.parcels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.surveys.PaperForm;

/**
 * The answer to whoever sent a parcel, to be printed: what came, and what is asked back, by sheet and question and never by an answer.
 *
 * @param earlier what was asked back with parcels before and is not answered yet
 * @param papers  the forms that are asked about, by id
 */
public record ReceiptPage(ParcelPage page, List<PaperQuery> earlier, Map<UUID, PaperForm> papers, Instant at) {

    /** What is asked back about this parcel. */
    public List<PaperQuery> queries() {
        return page.queries().stream().filter(PaperQuery::isOpen).toList();
    }

    public int question(PaperQuery query) {
        return papers.containsKey(query.survey()) ? papers.get(query.survey()).number(query.place()) : 0;
    }

    public String asks(PaperQuery query, String language) {
        return papers.containsKey(query.survey()) ? papers.get(query.survey()).label(query.place(), language) : query.place();
    }

    public String form(PaperQuery query) {
        return papers.containsKey(query.survey()) ? papers.get(query.survey()).form().title() : "";
    }
}
