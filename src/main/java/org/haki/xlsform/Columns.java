package org.haki.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the columns of a sheet mean. A column's path is its first word in the spelling of the reference, then what stands behind
 * it: {@code label::English (en)} is [label, English (en)], {@code image::fr} is [media, image, fr], {@code relevance} is
 * [bind, relevant]. Sheets without any {@code ::} may use a single colon, as in the first years of XLSForm.
 */
final class Columns {

    private final Sheet sheet;
    private final Map<Integer, List<String>> paths = new LinkedHashMap<>();

    private Columns(Sheet sheet) {
        this.sheet = sheet;
    }

    /** Reads a header; columns that say the same twice are refused. */
    static Columns of(Sheet sheet, Map<String, List<String>> aliases, Set<String> known, Problems problems) {
        var columns = new Columns(sheet);
        boolean doubled = sheet.header().values().stream().anyMatch(header -> header.contains("::"));
        var seen = new LinkedHashMap<List<String>, String>();
        sheet.header().forEach((column, header) -> {
            var path = path(header, doubled, aliases, known);
            var other = seen.putIfAbsent(path, header);
            if (other != null) {
                problems.add(sheet.problem(Fault.HEADER_TWICE, 1, column, other, header));
            } else {
                columns.paths.put(column, path);
            }
        });
        return columns;
    }

    private static List<String> path(String header, boolean doubled, Map<String, List<String>> aliases, Set<String> known) {
        if (known.contains(header) && !aliases.containsKey(header)) {
            return List.of(header);
        }
        if (known.contains(snake(header)) && !aliases.containsKey(snake(header))) {
            return List.of(snake(header));
        }
        var words = words(header, doubled);
        var first = snake(words.getFirst());
        var path = new ArrayList<>(aliases.getOrDefault(first, List.of(known.contains(first) ? first : words.getFirst())));
        path.addAll(words.subList(1, words.size()));
        return List.copyOf(path);
    }

    private static List<String> words(String header, boolean doubled) {
        if (doubled || header.contains("::")) {
            return trimmed(header.split("::", -1));
        }
        var words = new ArrayList<>(trimmed(header.split(":", -1)));
        int jr = words.indexOf("jr");
        if (jr >= 0 && jr + 1 < words.size()) {
            words.set(jr, "jr:" + words.remove(jr + 1));
        }
        return words;
    }

    private static List<String> trimmed(String[] words) {
        return Arrays.stream(words).map(String::strip).toList();
    }

    /** {@code Choice Filter} as {@code choice_filter}. */
    static String snake(String words) {
        return String.join("_", words.strip().split("\\s+")).toLowerCase(Locale.ROOT);
    }

    Sheet sheet() {
        return sheet;
    }

    Map<Integer, List<String>> paths() {
        return paths;
    }

    String header(int column) {
        return sheet.header().getOrDefault(column, "");
    }

    boolean has(String first) {
        return paths.values().stream().anyMatch(path -> path.getFirst().equals(first));
    }

    /** The first column whose path begins so; 0 where there is none. */
    int column(String... beginning) {
        return paths.entrySet().stream()
                .filter(entry -> startsWith(entry.getValue(), List.of(beginning)))
                .map(Map.Entry::getKey).findFirst().orElse(0);
    }

    private static boolean startsWith(List<String> path, List<String> beginning) {
        return path.size() >= beginning.size() && path.subList(0, beginning.size()).equals(beginning);
    }
}
