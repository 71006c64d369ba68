package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** The short way out of a case, as its type has it; nobody is asked how long it is kept, so it is for the fewest years. */
public record BriefExitPage(CaseHead head, Errors obstacles, List<Colleague> verifiers, int keptYears, LeaveBriefly said, Errors errors) {

    public TypeEnding.Brief brief() {
        return head.type().ending().brief();
    }
}
