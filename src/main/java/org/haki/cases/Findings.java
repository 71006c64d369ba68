package org.haki.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the reading of one casetype.yaml brings to light: its mistakes with their lines, and the conditions to be proved. */
final class Findings {

    /** A condition or a question that the file names, and where. */
    record Named(int line, String key, String text) {}

    private record Mistake(int line, String what) {}

    private final String file;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Named> conditions = new ArrayList<>();
    private final List<Named> named = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private Set<String> languages = Set.of();

    Findings(String file) {
        this.file = file;
    }

    void wrong(int line, String what) {
        mistakes.add(new Mistake(line, what));
    }

    /** From now on every label is in these languages, no more and no fewer. */
    void speaks(Set<String> said) {
        languages = said;
    }

    Set<String> languages() {
        return languages;
    }

    void condition(int line, String key, String text) {
        conditions.add(new Named(line, key, text));
    }

    List<Named> conditions() {
        return conditions;
    }

    /** A question or a repeat that the file names by its path. */
    void name(int line, String key, String path) {
        named.add(new Named(line, key, path));
    }

    List<Named> named() {
        return named;
    }

    /** Where the file's own keys stand. */
    void keyAt(String key, int line) {
        lines.putIfAbsent(key, line);
    }

    int lineOf(String key) {
        return lines.getOrDefault(key, 1);
    }

    /** Every mistake as a sentence with its place, in the order of the file. */
    List<String> sentences() {
        return mistakes.stream()
                .sorted(Comparator.comparing(Mistake::line))
                .map(mistake -> file + ", line " + mistake.line() + ": " + mistake.what())
                .distinct()
                .toList();
    }
}
