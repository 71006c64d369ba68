package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ActivityOrderTest {

    private final UUID call = new UUID(0, 1);
    private final UUID visit = new UUID(0, 2);
    private final UUID letter = new UUID(0, 3);

    @Test
    void nothing_waits_for_itself() {
        assertThat(ActivityOrder.closesCycle(Set.of(), edge(call, call))).isTrue();
    }

    @Test
    void nothing_waits_for_itself_through_others() {
        var edges = Set.of(edge(call, visit), edge(visit, letter));
        assertThat(ActivityOrder.closesCycle(edges, edge(letter, call))).isTrue();
        assertThat(ActivityOrder.closesCycle(edges, edge(call, letter))).isFalse();
    }

    /** A2: whatever people ask for, in whatever order, a plan that took only what closes no cycle can be worked off. */
    @Property
    void a_plan_always_has_an_order_in_which_it_can_be_done(
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = 7) Integer> asked) {
        var edges = new HashSet<ActivityOrder.Edge>();
        for (int i = 0; i + 1 < asked.size(); i += 2) {
            var wanted = edge(new UUID(0, asked.get(i)), new UUID(0, asked.get(i + 1)));
            if (!ActivityOrder.closesCycle(edges, wanted)) {
                edges.add(wanted);
            }
        }
        assertThat(doneOneByOne(edges)).hasSize(8);
    }

    private static List<UUID> doneOneByOne(Set<ActivityOrder.Edge> edges) {
        var done = new ArrayList<UUID>();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int i = 0; i < 8; i++) {
                var next = new UUID(0, i);
                boolean free = edges.stream().filter(edge -> edge.after().equals(next)).allMatch(edge -> done.contains(edge.before()));
                if (free && !done.contains(next)) {
                    done.add(next);
                    moved = true;
                }
            }
        }
        return done;
    }

    private static ActivityOrder.Edge edge(UUID before, UUID after) {
        return new ActivityOrder.Edge(before, after);
    }
}
