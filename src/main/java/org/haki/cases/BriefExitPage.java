package org.haki.cases;

import java.util.List;
import org.haki.access.Colleague;
import org.haki.kernel.Errors;

/** The short way out of a case, as its type has it. */
public record BriefExitPage(CaseHead head, Errors obstacles, List<Colleague> verifiers, LeaveBriefly said, Errors errors) {

    public TypeEnding.Brief brief() {
        return head.type().ending().brief();
    }
}
