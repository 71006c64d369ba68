package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A row by the meaning of its columns: simple values, texts in languages, and what is passed through to bind, control and instance. */
final class Line {

    private static final Pattern SPACES = Pattern.compile(" +");
    /** Where the second word of a column says what, and the third (if any) the language. */
    private static final List<String> GROUPS = List.of("bind", "control", "instance", "media", "attribute");
    private static final List<String> TEXTS = List.of("label", "hint", "guidance_hint", "constraint_message");

    final Columns columns;
    final int row;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Words> texts = new LinkedHashMap<>();
    private final Map<String, Map<String, Words>> groups = new LinkedHashMap<>();

    private Line(Columns columns, int row) {
        this.columns = columns;
        this.row = row;
    }

    /** Reads a row; with {@code tidy} runs of spaces become one, and typographic quotes always become straight ones. */
    static Line of(Columns columns, Sheet.Row row, String defaultLanguage, boolean tidy, Problems problems) {
        var line = new Line(columns, row.number());
        columns.paths().forEach((column, path) -> {
            var typed = row.cells().get(column);
            if (typed != null) {
                problems.collect(() -> line.put(column, path, clean(typed, tidy), defaultLanguage));
            }
        });
        return line;
    }

    static String clean(String typed, boolean tidy) {
        var text = tidy ? SPACES.matcher(typed.strip()).replaceAll(" ") : typed;
        return text.replace('\u2018', '\'').replace('\u2019', '\'').replace('\u201c', '"').replace('\u201d', '"');
    }

    private void put(int column, List<String> path, String text, String defaultLanguage) {
        var first = path.getFirst();
        if (GROUPS.contains(first) && path.size() > 1 && path.size() <= 3) {
            var group = groups.computeIfAbsent(first, any -> new LinkedHashMap<>());
            group.put(path.get(1), Words.with(group.get(path.get(1)), path.size() == 3 ? path.get(2) : null, text, defaultLanguage));
        } else if (TEXTS.contains(first) && path.size() <= 2) {
            texts.put(first, Words.with(texts.get(first), path.size() == 2 ? path.get(1) : null, text, defaultLanguage));
        } else if (path.size() == 1) {
            values.put(first, text);
        } else if (SurveyColumns.KNOWN.contains(first)) {
            throw refusal(Fault.HEADER_LANGUAGE, column, columns.header(column));
        } else {
            values.put(String.join("::", path), text);
        }
    }

    boolean isEmpty() {
        return values.isEmpty() && texts.isEmpty() && groups.isEmpty();
    }

    String value(String column) {
        return values.get(column);
    }

    Map<String, String> values() {
        return values;
    }

    Words text(String column) {
        return texts.get(column);
    }

    Map<String, Words> group(String name) {
        return groups.getOrDefault(name, Map.of());
    }

    /** A value of a group that takes no language, or null. */
    String plain(String group, String key) {
        var words = group(group).get(key);
        return words == null || words.translated() ? null : words.plain();
    }

    Problem problem(Fault fault, int column, Object... said) {
        return columns.sheet().problem(fault, row, column, said);
    }

    Refused refusal(Fault fault, int column, Object... said) {
        return new Refused(problem(fault, column, said));
    }

    /** Refuses what stands in a column, which may be named by the beginning of its path. */
    Refused refusal(Fault fault, String column, Object... said) {
        return refusal(fault, columns.column(column.split("/")), said);
    }
}
