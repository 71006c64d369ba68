package org.haki.cases;

import java.time.LocalDate;
import java.util.List;

/** How a case ended, or was to end, each time, and until when it is kept then; drawn by {@code CaseEndings.jte}. */
public record CaseEndings(CaseFile file, CaseType type, List<Closings.Closure> closures, List<Verifications.Check> checks, LocalDate keptUntil) {

    /** Whether another organisation took it over: it is not opened here again. */
    public boolean handedOver() {
        return closures.stream().anyMatch(closure -> closure.endedAt() == null && closure.outcome().equals(TransferredCases.TRANSFERRED));
    }

    /** The checks of this proposal. */
    public List<Verifications.Check> of(Closings.Closure closure) {
        return checks.stream().filter(check -> check.closure().equals(closure.id())).toList();
    }
}
