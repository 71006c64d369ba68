package org.haki.intake;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.cases.CaseType;
import org.haki.kernel.Errors;
import org.haki.people.Likeness;

/**
 * The report becomes a case.
 *
 * @param alike those in the register who may be the client
 */
public record AcceptPage(Brief intake, Accept said, List<CaseType> types, List<Likeness> alike, List<Colleague> owners, Errors errors) {

    static AcceptPage of(Acceptances.Ready ready, Accept said, List<Likeness> alike, Errors errors) {
        return new AcceptPage(Brief.of(ready.intake(), ready.account()), said, ready.types(), alike, ready.owners(), errors);
    }

    /** The same, from the register of walk-ins. */
    AcceptPage asWalkIn() {
        return new AcceptPage(intake.asWalkIn(), said, types, alike, owners, errors);
    }
}
