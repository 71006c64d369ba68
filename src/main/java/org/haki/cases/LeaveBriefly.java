package org.haki.cases;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;

/** A brief exit, as typed: two answers; all else the type of the case says. */
record LeaveBriefly(String toldReturn, String verifier) {

    static final LeaveBriefly EMPTY = new LeaveBriefly("", "");

    LeaveBriefly {
        toldReturn = Objects.requireNonNullElse(toldReturn, "");
        verifier = Objects.requireNonNullElse(verifier, "");
    }

    /** What needs another look; where nobody may be asked to check it, nobody is named. */
    Errors errors(Collection<String> verifiers) {
        return new Errors()
                .unless(List.of("yes", "no").contains(toldReturn), "toldReturn", "ProposeClosing.told")
                .unless(verifiers.isEmpty() && verifier.isEmpty() || verifiers.contains(verifier), "verifier", "ProposeClosing.verifier");
    }

    /** The proposal to close that it is. */
    ProposeClosing closing(TypeEnding.Brief brief) {
        return new ProposeClosing(brief.outcome(), brief.reason(), brief.serviceLevel(), "", toldReturn, verifier);
    }
}
