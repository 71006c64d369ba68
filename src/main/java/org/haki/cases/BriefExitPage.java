package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** The short way out of a case, as its type has it; {@code atLeast} is for how many years it is kept whatever the client chooses, or 0. */
public record BriefExitPage(CaseHead head, Errors obstacles, List<Colleague> verifiers, int atLeast, LeaveBriefly said, Errors errors) {

    public TypeEnding.Brief brief() {
        return head.type().ending().brief();
    }

    /** For how many years it is kept where the client is not asked. */
    public int keptYears() {
        return Math.max(head.type().retentionYears(), atLeast);
    }

    /** Whether how long it is kept is hers to say. */
    public boolean asksYears() {
        return !head.type().ending().retention().choices(atLeast).isEmpty();
    }
}
