package org.haki.cases;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How cases of a type end.
 *
 * @param checks   what must be true before closing is proposed
 * @param prefill  for "outcome", "reason" and "service_level" what the answers show already, the first that holds
 * @param brief    the way out of a case in which little more than a talk took place, or {@code null}
 * @param excluded what may be neither a service nor a choice of any question
 */
public record TypeEnding(
        List<Check> checks,
        Map<String, List<Choose>> prefill,
        Brief brief,
        Verification verification,
        Retention retention,
        Set<String> excluded) {

    /** What must be true, and what is said where it is not. */
    public record Check(String condition, Labels say) {}

    /** An answer that a condition suggests. */
    public record Choose(String when, String choice) {}

    /** A short way out: what it is called, and how such a case closes. */
    public record Brief(Labels label, String outcome, String reason, String serviceLevel) {}

    /**
     * Who is asked whether a closing is right.
     *
     * @param rule       {@link #ALWAYS}, {@link #EVIDENCE} or {@link #SAMPLE}
     * @param shows      by evidence: the condition under which there is something to see
     * @param oneIn      by sample: one of so many is drawn
     * @param newWorkers by sample: of each worker the first so many
     */
    public record Verification(String rule, String shows, int oneIn, int newWorkers) {

        public static final String ALWAYS = "always";
        public static final String EVIDENCE = "evidence";
        public static final String SAMPLE = "sample";

        public boolean is(String what) {
            return rule.equals(what);
        }
    }

    /** How long a case is kept: years to choose from, or none; and the years where a condition asks for longer. */
    public record Retention(List<Integer> choices, String longerWhen, int longerYears) {

        static final Retention FIXED = new Retention(List.of(), "", 0);

        /** What is left to choose where it is kept for so many years at least: none of fewer years. */
        public List<Integer> choices(int atLeast) {
            return choices.stream().map(years -> Math.max(years, atLeast)).distinct().toList();
        }
    }
}
