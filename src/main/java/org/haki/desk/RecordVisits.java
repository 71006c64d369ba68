package org.haki.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.activities.Activity;
import org.haki.advocacy.PracticeChoices;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Text;
import org.springframework.util.MultiValueMap;

/**
 * What came of a round of visits, a line for each step, as it was typed.
 *
 * @param owner whose cases the page showed
 * @param after the mark from which on it showed them
 * @param day   the day of the round
 * @param currency in which amounts were asked for
 */
record RecordVisits(String owner, String after, String day, String currency, List<Line> lines) {

    static final String RESULT = "result-";
    static final String NOTE = "note-";
    static final String NEXT = "next-";
    static final String CODE = "code-";
    static final String BASE = "base-";
    static final String PRACTICE = "practice-";
    static final String AMOUNT = "amount-";
    private static final int MOST = 200;

    /**
     * A line.
     *
     * @param base      the version in which the step was shown
     * @param practices what the institution did, where somebody was sent away
     * @param amount    what it asked for
     */
    record Line(UUID step, String code, int base, String result, String note, String next, List<String> practices, String amount) {

        /** Whether anything was written into it. */
        boolean isSaid() {
            return isOfStep() || isObserved();
        }

        /** Whether anything was written about the step itself. */
        boolean isOfStep() {
            return !Text.blank(result) || !Text.blank(note) || !Text.blank(next);
        }

        /** Whether anything was seen to be noted. */
        boolean isObserved() {
            return !practices.isEmpty() || !Text.blank(amount);
        }

        /** Its own operation within that of the page: the same line, sent again, is the same; with other words it is another. */
        Op op(Op page) {
            return own(page, base, result, note, next);
        }

        /** The same for what was seen. */
        Op observed(Op page) {
            return own(page, 0, "observed", String.join(" ", practices), amount);
        }

        private Op own(Op page, int over, String... words) {
            var said = page.id() + "\n" + step + "\n" + String.join("\n", words);
            return new Op(UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)), over, new byte[0]);
        }
    }

    /** From the fields of the form: {@code result-<id>} and its neighbours for each step. */
    static RecordVisits of(MultiValueMap<String, String> fields) {
        var lines = fields.keySet().stream()
                .filter(name -> name.startsWith(RESULT))
                .map(name -> name.substring(RESULT.length()))
                .sorted()
                .limit(MOST)
                .map(id -> new Line(Id.of(id), said(fields, CODE + id), base(said(fields, BASE + id)), result(said(fields, RESULT + id)), said(fields, NOTE + id),
                        said(fields, NEXT + id), fields.getOrDefault(PRACTICE + id, List.of()).stream().filter(PracticeChoices::isOne).toList(), said(fields, AMOUNT + id)))
                .toList();
        return new RecordVisits(said(fields, "owner"), said(fields, "after"), said(fields, "day"), said(fields, "currency"), lines);
    }

    static RecordVisits empty(String owner, String after, String day) {
        return new RecordVisits(owner, after, day, "", List.of());
    }

    Line line(UUID step) {
        return lines.stream().filter(line -> line.step().equals(step)).findFirst().orElse(new Line(step, "", 0, "", "", "", List.of(), ""));
    }

    private static String said(MultiValueMap<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.getFirst(name), "");
    }

    /** What may come of some step, or "". */
    private static String result(String typed) {
        return Stream.of(Activity.Kind.values()).anyMatch(kind -> kind.results().contains(typed)) ? typed : "";
    }

    private static int base(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }
}
