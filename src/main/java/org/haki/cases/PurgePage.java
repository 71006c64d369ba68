package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/**
 * How long a case is kept, and its end.
 *
 * @param others  who else could agree to a proposal
 * @param mayHold whether the reader may set and lift a hold
 */
public record PurgePage(CaseHead head, Purges.Standing standing, List<Colleague> others, boolean mayHold, Errors errors) {

    public boolean mayPropose() {
        return standing.proposal() == null && !grounds().isEmpty();
    }

    /** For which reasons nothing stands against it. */
    public List<String> grounds() {
        return Purges.GROUNDS.stream().filter(ground -> standing.hindrance(ground) == null).toList();
    }
}
