package org.haki.surveys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered to one question, counted while all is gone through.
 *
 * <p>A cell of the cross-table is a group (an office, a month, a choice of another question) and an answer.
 */
final class Tally {

    private static final int MOST_TEXTS = 200;

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> byGroup = new LinkedHashMap<>();
    private final Map<String, Integer> groups = new LinkedHashMap<>();
    private final Map<String, List<Double>> numbers = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int answered;
    private int asked;

    /** That somebody could have answered. */
    void asked() {
        asked++;
    }

    /** An answer that is one or several of a list, or falls into one of several kinds. */
    void counted(List<String> values, String group) {
        answered++;
        groups.merge(group, 1, Integer::sum);
        for (var value : values) {
            counts.merge(value, 1, Integer::sum);
            byGroup.computeIfAbsent(value, _ -> new LinkedHashMap<>()).merge(group, 1, Integer::sum);
        }
    }

    void number(double number, String group) {
        answered++;
        groups.merge(group, 1, Integer::sum);
        numbers.computeIfAbsent(group, _ -> new ArrayList<>()).add(number);
    }

    void text(String text) {
        answered++;
        if (texts.size() < MOST_TEXTS) {
            texts.add(text);
        }
    }

    int answered() {
        return answered;
    }

    int asks() {
        return asked;
    }

    int count(String value) {
        return counts.getOrDefault(value, 0);
    }

    int count(String value, String group) {
        return byGroup.getOrDefault(value, Map.of()).getOrDefault(group, 0);
    }

    /** Every value that was counted, as it came. */
    List<String> values() {
        return List.copyOf(counts.keySet());
    }

    Map<String, Integer> groups() {
        return groups;
    }

    List<String> texts() {
        return texts;
    }

    /** All numbers, of every group. */
    List<Double> numbers() {
        return numbers.values().stream().flatMap(List::stream).toList();
    }

    /** The numbers of one group. */
    List<Double> numbers(String group) {
        return numbers.getOrDefault(group, List.of());
    }

    static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    static double median(List<Double> numbers) {
        var sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.isEmpty() ? 0 : sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
