package org.haki.advocacy;

import java.util.List;
import org.haki.cases.CaseFile;
import org.haki.kernel.Errors;
import org.haki.lists.ListEntry;

/**
 * The sheet on which an observation is drafted, or put right.
 *
 * @param one     the draft, or {@code null} for a new one
 * @param offered the institutions that may be chosen
 * @param find    whether there are so many that one is found by its name
 * @param none    whether the organisation has no institution in its list yet
 */
public record ObservationFormPage(
        CaseFile file, PracticeObservation one, RecordObservation said, List<ListEntry> offered, boolean find, boolean none, Errors errors) {

    public String action() {
        return file.path() + "/observations" + (one == null ? "" : "/" + one.id());
    }

    public int base() {
        return one == null ? 0 : one.version();
    }

    /** Where it is shown. */
    public String back() {
        return one == null ? file.path() : one.path();
    }
}
