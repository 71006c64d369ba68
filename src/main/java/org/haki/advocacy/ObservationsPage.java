package org.haki.advocacy;

import java.time.YearMonth;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Observations of one state, the newest first.
 *
 * @param last the last that is shown, where there are more
 */
public record ObservationsPage(ListObservations asked, List<ObservationLine> lines, Tally tally, PracticeObservation last) {

    /** What there is to choose from in this state. */
    public record Tally(List<Place> institutions, List<String> practices, List<YearMonth> months) {}

    /** An institution by its id. */
    public record Place(String id, String name) {}

    public String state() {
        return asked.state();
    }

    public String institution() {
        return asked.institution();
    }

    public String practice() {
        return asked.practice();
    }

    public String month() {
        return asked.month() == null ? "" : YearMonth.from(asked.month()).toString();
    }

    public List<String> states() {
        return ListObservations.STATES;
    }

    /** Whether it was asked for less than all of this state. */
    public boolean isNarrowed() {
        return !institution().isEmpty() || !practice().isEmpty() || asked.month() != null;
    }

    public String newest() {
        return asked.isFirst() ? null : address(null);
    }

    public String older() {
        return last == null ? null : address(last.recordedAt() + "_" + last.id());
    }

    /** Where all of them are taken along. */
    public String downloadAddress() {
        return address(UriComponentsBuilder.fromPath("/downloads").queryParam("list", "observations"), null);
    }

    private String address(String after) {
        return address(UriComponentsBuilder.fromPath("/observations"), after);
    }

    private String address(UriComponentsBuilder path, String after) {
        var address = path.queryParam("state", state()).queryParam("institution", institution())
                .queryParam("practice", practice()).queryParam("month", month());
        return (after == null ? address : address.queryParam("after", after)).toUriString();
    }
}
