package org.haki.cases;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;

/** A proposal to close, as typed: six answers at most; {@code keptYears} only where the type lets the client choose. */
public record ProposeClosing(
        String outcome, String reason, String serviceLevel, String remark, String toldReturn, String verifier, String keptYears) {

    /** Of a case whose type says how long it is kept. */
    public ProposeClosing(String outcome, String reason, String serviceLevel, String remark, String toldReturn, String verifier) {
        this(outcome, reason, serviceLevel, remark, toldReturn, verifier, "");
    }

    /** A form nobody has typed in: where one service was given, it is the highest; the rest only a person knows. */
    static ProposeClosing suggested(CaseType type, List<GivenServices.Given> given) {
        boolean sure = given.size() == 1 && type.serviceLevels().contains(given.getFirst().service());
        return new ProposeClosing("", "", sure ? given.getFirst().service() : "", "", "", "");
    }

    /** A form nobody has typed in. */
    public static final ProposeClosing EMPTY = new ProposeClosing("", "", "", "", "", "");

    /** The same, with what the answers of the sheet show already. */
    static ProposeClosing suggested(CaseType type, List<GivenServices.Given> given, SeenCase seen) {
        var work = suggested(type, given);
        var level = first(type, EndingReader.LEVEL, seen);
        return new ProposeClosing(first(type, EndingReader.OUTCOME, seen), first(type, EndingReader.REASON, seen),
                level.isEmpty() ? work.serviceLevel() : level, "", "", "");
    }

    private static String first(CaseType type, String question, SeenCase seen) {
        return type.ending().prefill().getOrDefault(question, List.of()).stream()
                .filter(choose -> seen.holds(choose.when()))
                .map(TypeEnding.Choose::choice)
                .findFirst()
                .orElse("");
    }

    public ProposeClosing {
        outcome = Objects.requireNonNullElse(outcome, "");
        reason = Objects.requireNonNullElse(reason, "");
        serviceLevel = Objects.requireNonNullElse(serviceLevel, "");
        remark = Objects.requireNonNullElse(remark, "");
        toldReturn = Objects.requireNonNullElse(toldReturn, "");
        verifier = Objects.requireNonNullElse(verifier, "");
        keptYears = Objects.requireNonNullElse(keptYears, "");
    }

    /**
     * What needs another look.
     *
     * @param verifiers who may be asked to check it; where there is nobody, nobody is named
     * @param atLeast   for how many years the case is kept whatever is chosen
     */
    public Errors errors(CaseType type, Collection<String> verifiers, int atLeast) {
        var years = type.ending().retention().choices(atLeast);
        return new Errors()
                .unless(type.outcomes().containsKey(outcome), "outcome", "ProposeClosing.outcome")
                .unless(type.closingReasons().containsKey(reason), "reason", "ProposeClosing.reason")
                .unless(type.serviceLevels().contains(serviceLevel), "serviceLevel", "ProposeClosing.level")
                .unless(List.of("yes", "no").contains(toldReturn), "toldReturn", "ProposeClosing.told")
                .unless(verifiers.isEmpty() && verifier.isEmpty() || verifiers.contains(verifier), "verifier", "ProposeClosing.verifier")
                .unless(remark.length() <= WriteNote.LONGEST, "remark", "WriteNote.long", WriteNote.LONGEST)
                .unless(years.isEmpty() || years.stream().map(String::valueOf).anyMatch(keptYears::equals), "keptYears", "ProposeClosing.years");
    }

    /** For how many years she wants it kept; {@code null} where she was not asked. */
    Integer years(CaseType type) {
        return type.ending().retention().choices().isEmpty() || keptYears.isEmpty() ? null : Integer.valueOf(keptYears);
    }
}
