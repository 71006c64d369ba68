package org.haki.reports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.access.Office;

/**
 * The days and the office that a page of figures is about, and the others that may be chosen.
 *
 * @param path    the page's address
 * @param office  the office, or {@code null} for all of the reader's
 * @param offices the reader's offices
 * @param alone   whether she may look at one of them alone
 */
public record Choice(String path, Period period, List<Period.Usual> usual, UUID office, List<Office> offices, boolean alone) {

    /** The pages of figures, and by which verb each is opened. */
    public static final Map<String, String> ROOMS = rooms();

    private static Map<String, String> rooms() {
        var rooms = new LinkedHashMap<String, String>();
        rooms.put("/reports", "report.see");
        rooms.put("/reports/mine", "report.mine");
        rooms.put("/reports/intake", "report.intake");
        rooms.put("/reports/workers", "report.workers");
        rooms.put("/reports/indicators", "report.see");
        return rooms;
    }

    /** The offices that the figures are of. */
    public List<Office> looked() {
        return offices.stream().filter(one -> office == null || one.id().equals(office)).toList();
    }

    /** The same page for another period. */
    public String address(Period other) {
        return path + "?" + query(other, office);
    }

    /** The same page for another office, or for all. */
    public String addressOfOffice(UUID other) {
        return path + "?" + query(period, other);
    }

    /** The same offices in the period before. */
    public Choice before() {
        return new Choice(path, period.before(), usual, office, offices, alone);
    }

    /** The query of another page about the same. */
    public String query() {
        return query(period, office);
    }

    /** Where the deeds behind a figure of these days are listed. */
    public String behind(Behind behind) {
        return "/reports/rows?" + query() + "&" + behind.query();
    }

    private static String query(Period period, UUID office) {
        return period.query() + (office == null ? "" : "&office=" + office);
    }
}
