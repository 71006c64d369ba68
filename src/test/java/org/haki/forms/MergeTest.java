package org.haki.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Two people write in the same section: nothing of either is lost, and nothing is overwritten without a word. */
class MergeTest {

    private static final Answers BASE = Books.answers("a", "1", "b", "2", "row[]", "x y", "row[x]/n", "one", "row[y]/n", "two");

    @Test
    void what_only_one_changed_is_taken() {
        var merge = Merge.of(BASE, BASE.with("a", "mine").with("c", "new"), BASE.with("b", "theirs").with("row[x]/n", "uno"));
        assertThat(merge.isClear()).isTrue();
        assertThat(merge.answers()).isEqualTo(BASE.with("a", "mine").with("c", "new").with("b", "theirs").with("row[x]/n", "uno"));
    }

    @Test
    void where_both_changed_one_question_somebody_chooses() {
        var merge = Merge.of(BASE, BASE.with("a", "mine").with("b", "same"), BASE.with("a", "").with("b", "same"));
        assertThat(merge.clashes()).isEqualTo(Map.of("a", ""));
        assertThat(merge.answers().value("a")).isEqualTo("mine");
        assertThat(merge.answers().value("b")).isEqualTo("same");
    }

    @Test
    void rows_of_both_are_there_and_a_row_taken_away_stays_where_the_other_wrote_in_it() {
        var mine = BASE.withRow("row", "m").with("row[m]/n", "mine").withoutRow("row", "y");
        var theirs = BASE.withRow("row", "t").with("row[t]/n", "theirs").withoutRow("row", "x");
        assertThat(Merge.of(BASE, mine, theirs).answers().rowsOf("row")).containsExactly("t", "m");
        assertThat(Merge.of(BASE, mine, theirs).isClear()).isTrue();
        var kept = Merge.of(BASE, mine, BASE.with("row[y]/n", "dos"));
        assertThat(kept.kept()).containsExactly("row[y]");
        assertThat(kept.answers().value("row[y]/n")).isEqualTo("dos");
        var removed = Merge.of(BASE, BASE.with("row[x]/n", "uno"), BASE.withoutRow("row", "x"));
        assertThat(removed.removed()).containsExactly("row[x]");
        assertThat(removed.answers().value("row[x]/n")).isEqualTo("uno");
    }

    @Property(tries = 3_000)
    void nothing_is_lost_and_nothing_overwritten_in_silence(@ForAll("answers") Answers base, @ForAll("edits") List<Edit> my, @ForAll("edits") List<Edit> their) {
        var mine = apply(base, my, "m");
        var theirs = apply(base, their, "t");
        var merge = Merge.of(base, mine, theirs);
        var places = new LinkedHashSet<>(base.values().keySet());
        places.addAll(mine.values().keySet());
        places.addAll(theirs.values().keySet());
        for (var place : places) {
            var before = base.value(place);
            boolean iChanged = !mine.value(place).equals(before);
            boolean theyChanged = !theirs.value(place).equals(before);
            var merged = merge.answers().value(place);
            if (gone(place, mine) || gone(place, theirs)) {
                continue;
            }
            if (iChanged && theyChanged && !mine.value(place).equals(theirs.value(place))) {
                assertThat(merge.clashes()).containsEntry(place, theirs.value(place));
                assertThat(merged).isEqualTo(mine.value(place));
            } else {
                assertThat(merge.clashes()).doesNotContainKey(place);
                assertThat(merged).isEqualTo(iChanged ? mine.value(place) : theirs.value(place));
            }
        }
        rowsAreKept(base, mine, theirs, merge);
        rowsAreKept(base, theirs, mine, merge);
        assertThat(Merge.of(base, mine, base).answers()).isEqualTo(mine);
        assertThat(Merge.of(base, base, theirs).answers()).isEqualTo(theirs);
        assertThat(Merge.of(theirs, merge.answers(), theirs).answers().values()).isEqualTo(merge.answers().values());
    }

    /** A row that one of them has, and wrote in or added, is in what came of it, with what was written. */
    private static void rowsAreKept(Answers base, Answers one, Answers other, Merge merge) {
        for (var row : one.rowsOf("row")) {
            var place = "row[" + row + "]/n";
            boolean wrote = !one.value(place).equals(base.value(place));
            if (!base.rowsOf("row").contains(row) || wrote) {
                assertThat(merge.answers().rowsOf("row")).contains(row);
                assertThat(List.of(merge.answers().value(place), merge.clashes().getOrDefault(place, "-"))).contains(one.value(place));
                if (!other.rowsOf("row").contains(row) && base.rowsOf("row").contains(row)) {
                    assertThat(merge.isClear()).isFalse();
                }
            } else if (!other.rowsOf("row").contains(row)) {
                assertThat(merge.answers().rowsOf("row")).doesNotContain(row);
            }
        }
    }

    private static boolean gone(String place, Answers answers) {
        int from = place.indexOf('[');
        return from >= 0 && !answers.rowsOf(place.substring(0, from)).contains(place.substring(from + 1, place.indexOf(']')));
    }

    record Edit(int what, int which, String value) {}

    private static Answers apply(Answers base, List<Edit> edits, String who) {
        var now = base;
        int added = 0;
        for (var edit : edits) {
            var rows = now.rowsOf("row");
            switch (edit.what()) {
                case 0, 1 -> now = now.with("q" + edit.which(), edit.value());
                case 2 -> now = rows.isEmpty() ? now : now.with("row[" + rows.get(edit.which() % rows.size()) + "]/n", edit.value());
                case 3 -> {
                    now = now.withRow("row", who + added).with("row[" + who + added + "]/n", edit.value());
                    added++;
                }
                default -> now = rows.isEmpty() ? now : now.withoutRow("row", rows.get(edit.which() % rows.size()));
            }
        }
        return now;
    }

    @Provide
    Arbitrary<Answers> answers() {
        return Combinators.combine(Arbitraries.strings().withChars('a', 'b').ofMaxLength(1).list().ofSize(4), Arbitraries.integers().between(0, 3)).as((values, rows) -> {
            var map = new LinkedHashMap<String, String>();
            for (int i = 0; i < values.size(); i++) {
                map.put("q" + i, values.get(i));
            }
            var names = new ArrayList<String>();
            for (int i = 0; i < rows; i++) {
                names.add("b" + i);
                map.put("row[b" + i + "]/n", "n" + i);
            }
            return new Answers(map, Map.of("row", names));
        });
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 3),
                Arbitraries.of("", "a", "b", "c")).as(Edit::new).list().ofMaxSize(6);
    }
}
