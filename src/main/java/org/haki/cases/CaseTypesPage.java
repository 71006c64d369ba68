package org.haki.cases;

import java.util.List;
import java.util.Set;
import org.haki.kernel.Errors;

/**
 * The case types that there are, and which of them the organisation opens cases of.
 *
 * @param types    everybody's first, then the organisation's own
 * @param waiting  of which own types something waits to be published
 * @param file     what was uploaded and is not right, or ""
 * @param problems what is wrong with it
 */
public record CaseTypesPage(List<CaseType> types, Set<String> adopted, List<Waiting> waiting, String file, List<TypeProblem> problems, Errors errors) {

    /** A draft that waits to be published. */
    public record Waiting(String name, String key) {

        public String path() {
            return TypePage.path(name);
        }
    }

    CaseTypesPage(List<CaseType> types, Set<String> adopted, List<Waiting> waiting) {
        this(types, adopted, waiting, "", List.of(), new Errors());
    }

    public boolean isAdopted(CaseType type) {
        return adopted.contains(type.key());
    }

    /** Whether it is the organisation's own. */
    public boolean isOwn(CaseType type) {
        return !OwnTypeNames.key(type.key()).equals(type.key());
    }

    public String path(CaseType type) {
        return TypePage.path(type.key());
    }

    /** Whether something of this type waits to be published. */
    public boolean waits(CaseType type) {
        return waiting.stream().anyMatch(one -> one.name().equals(type.key()));
    }

    /** The drafts of types of which no version was published yet. */
    public List<Waiting> fresh() {
        return waiting.stream().filter(one -> types.stream().noneMatch(type -> type.key().equals(one.name()))).toList();
    }

    /** Whether it may be left: one must remain. */
    public boolean mayStop(CaseType type) {
        return isAdopted(type) && adopted.size() > 1;
    }

    CaseTypesPage wrong(String uploaded, List<TypeProblem> wrong, Errors more) {
        return new CaseTypesPage(types, adopted, waiting, uploaded, wrong, more);
    }
}
