package org.haki.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is small is hidden, and nothing that is hidden can be reckoned. */
class SmallCellsTest {

    @Property(tries = 2_000)
    void P26_P27_no_small_count_is_shown_and_none_can_be_reckoned_from_the_total(
            @ForAll @Size(min = 1, max = 9) List<@IntRange(min = 0, max = 25) Integer> numbers, @ForAll boolean sensitive) {
        var counts = numbers.stream().map(Integer::longValue).toList();
        long total = counts.stream().mapToLong(Long::longValue).sum();
        int least = sensitive ? 10 : 5;
        var shown = SmallCells.shown(counts, total, sensitive);
        if (shown.isEmpty()) {
            return;
        }
        assertThat(total).isGreaterThanOrEqualTo(least);
        var hidden = new ArrayList<Long>();
        for (int i = 0; i < counts.size(); i++) {
            if (shown.get(i) == null) {
                hidden.add(counts.get(i));
            } else {
                assertThat(shown.get(i)).isEqualTo(counts.get(i)).satisfiesAnyOf(one -> assertThat(one).isZero(), one -> assertThat(one).isGreaterThanOrEqualTo(least));
            }
        }
        assertThat(hidden).as("never one alone").hasSizeBetween(0, counts.size()).satisfiesAnyOf(all -> assertThat(all).isEmpty(), all -> assertThat(all).hasSizeGreaterThan(1));
        if (!hidden.isEmpty()) {
            assertThat(hidden.stream().mapToLong(Long::longValue).sum()).as("together not small, and not one each").isGreaterThanOrEqualTo(least)
                    .isGreaterThan(hidden.size());
        }
        assertThat(!sensitive || !shown.contains(total)).as("P32: nobody learns that everybody chose the same").isTrue();
    }

    @Example
    void the_smallest_of_the_others_is_hidden_with_a_small_one() {
        assertThat(SmallCells.shown(List.of(3L, 12L, 30L, 0L), 45, false)).containsExactly(null, null, 30L, 0L);
        assertThat(SmallCells.shown(List.of(6L, 30L, 40L), 76, false)).as("six is small only where it is about violence").containsExactly(6L, 30L, 40L);
        assertThat(SmallCells.shown(List.of(6L, 30L, 40L), 76, true)).containsExactly(null, null, 40L);
        assertThat(SmallCells.shown(List.of(1L, 1L, 1L, 1L, 1L), 5, false)).as("one each").isEmpty();
        assertThat(SmallCells.shown(List.of(4L, 0L), 4, false)).isEmpty();
        assertThat(SmallCells.shown(List.of(40L, 0L), 40, true)).isEmpty();
        assertThat(SmallCells.shown(List.of(40L, 0L), 40, false)).containsExactly(40L, 0L);
    }
}
