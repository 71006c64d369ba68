package org.haki.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.activities.Activity;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Text;

/**
 * What came of a round of visits, a line for each step, as it was typed.
 *
 * @param owner whose cases the page showed
 * @param after the mark from which on it showed them
 * @param day   the day of the round
 */
record RecordVisits(String owner, String after, String day, List<Line> lines) {

    static final String RESULT = "result-";
    static final String NOTE = "note-";
    static final String NEXT = "next-";
    static final String CODE = "code-";
    static final String BASE = "base-";
    private static final int MOST = 200;

    /** @param base the version in which the step was shown */
    record Line(UUID step, String code, int base, String result, String note, String next) {

        /** Whether anything was written into it. */
        boolean isSaid() {
            return !Text.blank(result) || !Text.blank(note) || !Text.blank(next);
        }

        /** Its own operation within that of the page: the same line, sent again, is the same; with other words it is another. */
        Op op(Op page) {
            var said = String.join("\n", page.id().toString(), step.toString(), result, note, next);
            return new Op(UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)), base, new byte[0]);
        }
    }

    /** From the fields of the form: {@code result-<id>} and its neighbours for each step. */
    static RecordVisits of(Map<String, String> fields) {
        var lines = fields.keySet().stream()
                .filter(name -> name.startsWith(RESULT))
                .map(name -> name.substring(RESULT.length()))
                .sorted()
                .limit(MOST)
                .map(id -> new Line(Id.of(id), said(fields, CODE + id), base(said(fields, BASE + id)), result(said(fields, RESULT + id)), said(fields, NOTE + id),
                        said(fields, NEXT + id)))
                .toList();
        return new RecordVisits(said(fields, "owner"), said(fields, "after"), said(fields, "day"), lines);
    }

    static RecordVisits empty(String owner, String after, String day) {
        return new RecordVisits(owner, after, day, List.of());
    }

    Line line(UUID step) {
        return lines.stream().filter(line -> line.step().equals(step)).findFirst().orElse(new Line(step, "", 0, "", "", ""));
    }

    private static String said(Map<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), "");
    }

    /** What may come of some step, or "". */
    private static String result(String typed) {
        return Stream.of(Activity.Kind.values()).anyMatch(kind -> kind.results().contains(typed)) ? typed : "";
    }

    private static int base(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
