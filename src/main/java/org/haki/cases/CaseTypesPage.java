package org.haki.cases;

import java.util.List;
import java.util.Set;

/** The case types that there are, and which of them the organisation opens cases of. */
public record CaseTypesPage(List<CaseType> types, Set<String> adopted) {

    public boolean isAdopted(CaseType type) {
        return adopted.contains(type.key());
    }

    /** Whether it may be left: one must remain. */
    public boolean mayStop(CaseType type) {
        return isAdopted(type) && adopted.size() > 1;
    }
}
