package org.haki.desk;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.lists.ListEntry;

/** The institutions at which something is open in the cases that were looked at, the most first. */
public record VisitsPage(List<Place> places, String owner, List<Colleague> owners, int looked, String after, String older) {

    /** An institution, and how many lines its round has. */
    public record Place(ListEntry institution, int lines) {}

    /** Where this institution's round is, of the same cases. */
    public String round(ListEntry institution) {
        return VisitPage.address("/visits/" + institution.id(), owner, after);
    }

    public String newer() {
        return after.isEmpty() ? null : VisitPage.address("/visits", owner, "");
    }

    public String next() {
        return older.isEmpty() ? null : VisitPage.address("/visits", owner, older);
    }
}
