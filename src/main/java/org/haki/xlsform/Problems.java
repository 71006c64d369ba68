package org.haki.xlsform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong, so that an author sees everything at once; the same thing at the same place only once. */
final class Problems {

    /** An author mends a few at a time; more would only fill the memory. */
    private static final int MOST = 500;

    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    void warn(Problem problem) {
        if (warnings.size() < MOST) {
            warnings.add(problem);
        }
    }

    /** Does something that may be refused; a refusal is collected and the next thing goes on. */
    void collect(Runnable step) {
        try {
            step.run();
        } catch (Refused refused) {
            add(refused.problem());
        }
    }

    /** Whether nothing more would be kept. */
    boolean full() {
        return problems.size() >= MOST;
    }

    boolean none() {
        return problems.isEmpty();
    }

    List<Problem> all() {
        return sorted(problems);
    }

    List<Problem> warnings() {
        return sorted(warnings);
    }

    private static List<Problem> sorted(Set<Problem> problems) {
        var sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(Problem::sheet, Comparator.comparingInt(List.of("survey", "choices", "entities", "settings")::indexOf))
                .thenComparingInt(Problem::row).thenComparingInt(Problem::column).thenComparing(Problem::sentence));
        return List.copyOf(sorted);
    }
}
