package org.haki.cases;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;

/** A brief exit, as typed: two answers, and {@code keptYears} where the type lets the client choose; all else the type says. */
record LeaveBriefly(String toldReturn, String verifier, String keptYears) {

    static final LeaveBriefly EMPTY = new LeaveBriefly("", "", "");

    LeaveBriefly {
        toldReturn = Objects.requireNonNullElse(toldReturn, "");
        verifier = Objects.requireNonNullElse(verifier, "");
        keptYears = Objects.requireNonNullElse(keptYears, "");
    }

    /** What needs another look; where nobody may be asked to check it, nobody is named. */
    Errors errors(CaseType type, Collection<String> verifiers, int atLeast) {
        return wholly(type, atLeast)
                .unless(List.of("yes", "no").contains(toldReturn), "toldReturn", "ProposeClosing.told")
                .unless(verifiers.isEmpty() && verifier.isEmpty() || verifiers.contains(verifier), "verifier", "ProposeClosing.verifier");
    }

    /** Whether it says all that the type asks, whoever checks it. */
    Errors wholly(CaseType type, int atLeast) {
        var years = type.ending().retention().choices(atLeast);
        return new Errors()
                .unless(years.isEmpty() || years.stream().map(String::valueOf).anyMatch(keptYears::equals), "keptYears", "ProposeClosing.years");
    }

    /** The proposal to close that it is. */
    ProposeClosing closing(TypeEnding.Brief brief) {
        return new ProposeClosing(brief.outcome(), brief.reason(), brief.serviceLevel(), "", toldReturn, verifier, keptYears);
    }
}
