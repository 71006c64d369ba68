package org.haki.reports;

import java.time.LocalDate;
import java.util.List;

/**
 * What is behind a figure, one line each, for whoever may open it.
 *
 * @param name   what they are
 * @param hidden how many of those on this page the reader may not open, or are kept no longer
 * @param back   the page of figures
 * @param older  the address of the page after, or {@code null}
 */
public record RowsPage(Choice choice, Said name, List<Row> rows, long hidden, String back, String older) {

    /** One of them; {@code person} is "" where it is nobody's. */
    public record Row(LocalDate day, String path, String code, Said what, String office, String person) {}

    /** Whether more than one office stands in it. */
    public boolean offices() {
        return choice.looked().size() > 1;
    }
}
