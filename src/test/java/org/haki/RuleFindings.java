package org.haki;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What random sequences found out about each rule: how often it came to the test, and where it did not hold. */
public final class RuleFindings {

    private final Map<String, Integer> tested = new TreeMap<>();
    private final Map<String, List<String>> broken = new TreeMap<>();
    private final List<String> steps = new ArrayList<>();

    public void begin(String sequence) {
        steps.clear();
        steps.add(sequence);
    }

    public void step(String step) {
        steps.add(step);
    }

    /** Makes the check where the rule comes to the test. */
    public void check(String rule, boolean applies, Runnable check) {
        if (!applies) {
            return;
        }
        tested.merge(rule, 1, Integer::sum);
        try {
            check.run();
        } catch (AssertionError | RuntimeException found) {
            broken.computeIfAbsent(rule, _ -> new ArrayList<>()).add(steps + ": " + found);
        }
    }

    /** What was done until now. */
    public List<String> steps() {
        return List.copyOf(steps);
    }

    public int tested(String rule) {
        return tested.getOrDefault(rule, 0);
    }

    public List<String> broken(String rule) {
        return broken.getOrDefault(rule, List.of());
    }

    @Override
    public String toString() {
        return tested.toString();
    }
}
