package org.haki.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * "What you wrote is still here": one click sends it on.
 *
 * @param words the longest of what was written, to be recognised by
 */
public record DraftPage(String id, String action, List<Map.Entry<String, String>> fields, String words, Instant savedAt) {

    private static final int A_FEW_LINES = 400;

    static DraftPage of(Draft draft) {
        var fields = draft.fields().entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .toList();
        var words = fields.stream()
                .filter(field -> !field.getKey().equals("op") && !field.getKey().startsWith("_"))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        var shown = words.length() > A_FEW_LINES ? words.substring(0, A_FEW_LINES) + "…" : words;
        return new DraftPage(draft.id().toString(), draft.action(), fields, shown, draft.savedAt());
    }

    /** Whether the form brings its own operation, so that it has one effect however often it is sent. */
    public boolean hasOp() {
        return fields.stream().anyMatch(field -> field.getKey().equals("op"));
    }
}
