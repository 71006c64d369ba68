package org.haki.cases;

import java.time.Instant;
import java.util.List;
import org.haki.kernel.Errors;

/**
 * A case type, for whoever says which there are.
 *
 * @param name     by which it is known in the installation
 * @param type     what is shown: the draft, else the newest version
 * @param version  the newest that is published; 0 before there is one
 * @param own      whether it is the organisation's own
 * @param adopted  whether new cases can be of it
 * @param others   whether new cases can be of others, too
 * @param draft    what waits to be published; {@code null} for nothing
 * @param versions of one's own those that were published, the newest first
 * @param as       the key that was typed for a copy
 */
public record TypePage(String name, CaseType type, int version, boolean own, boolean adopted, boolean others, Draft draft,
        List<Published> versions, String as, List<TypeProblem> problems, Errors errors) {

    /** What waits to be published: from which file, a hash over what is in it, and what of it was left out. */
    public record Draft(String file, String hash, List<TypeProblem> notes) {}

    /** A version that was published. */
    public record Published(int version, String file, Instant at) {}

    TypePage(String name, CaseType type, int version, boolean own, boolean adopted, boolean others, Draft draft,
            List<Published> versions) {
        this(name, type, version, own, adopted, others, draft, versions, "", List.of(), new Errors());
    }

    static String path(String name) {
        return "/settings/case-types/" + name;
    }

    public String path() {
        return path(name);
    }

    /** The key that its casetype.yaml says. */
    public String key() {
        return OwnTypeNames.key(name);
    }

    public boolean isDraft() {
        return draft != null;
    }

    public List<StepLine> steps() {
        return type.timeline().stream().map(step -> StepLine.of(type, step)).toList();
    }

    /** Where a case may go on from this stage. */
    public List<CaseType.Stage> next(CaseType.Stage stage) {
        return type.movesFrom(stage.key());
    }

    TypePage copying(String typed, List<TypeProblem> wrong, Errors more) {
        return new TypePage(name, type, version, own, adopted, others, draft, versions, typed, wrong, more);
    }
}
