package org.haki.cases;

import java.util.List;

/** How a case ended, or was to end, each time; drawn by {@code CaseEndings.jte}. */
public record CaseEndings(CaseFile file, CaseType type, List<Closings.Closure> closures, List<Verifications.Check> checks) {

    /** The checks of this proposal. */
    public List<Verifications.Check> of(Closings.Closure closure) {
        return checks.stream().filter(check -> check.closure().equals(closure.id())).toList();
    }
}
