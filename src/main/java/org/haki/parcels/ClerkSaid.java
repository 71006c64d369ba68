package org.haki.parcels;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.haki.kernel.Text;
import org.haki.questions.TypedQuestions;

/**
 * What came in with the page on which a sheet is typed in.
 *
 * @param paper  the code printed on the sheet, as typed; "" for none
 * @param writer the id of the worker who wrote it, or ""
 * @param on     the day on it, as typed
 * @param speak  the language to ask in, as the workbook names it; "" for that of the page
 */
public record ClerkSaid(TypedQuestions typed, String paper, String writer, String on, String speak) {

    static ClerkSaid of(Map<String, List<String>> fields) {
        return new ClerkSaid(TypedQuestions.of(fields), last(fields, "paper"), last(fields, "writer"), last(fields, "on"), last(fields, "speak"));
    }

    static ClerkSaid head(String paper, String writer, String on, String speak) {
        return new ClerkSaid(TypedQuestions.of(Map.of()), paper, writer, on, speak);
    }

    private static String last(Map<String, List<String>> fields, String name) {
        var sent = fields.get(name);
        return sent == null || sent.isEmpty() ? "" : Objects.requireNonNullElse(Text.clean(sent.getLast()), "").strip();
    }
}
