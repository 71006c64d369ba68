package org.haki.activities;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.UUID;

/** What comes after what in one case. */
final class ActivityOrder {

    /** The second waits for the first. */
    record Edge(UUID before, UUID after) {}

    private ActivityOrder() {}

    /** Whether one more edge would make something wait for itself. */
    static boolean closesCycle(Collection<Edge> edges, Edge added) {
        var seen = new HashSet<UUID>();
        var next = new ArrayDeque<UUID>();
        next.add(added.after());
        while (!next.isEmpty()) {
            var here = next.poll();
            if (here.equals(added.before())) {
                return true;
            }
            if (seen.add(here)) {
                edges.stream().filter(edge -> edge.before().equals(here)).forEach(edge -> next.add(edge.after()));
            }
        }
        return false;
    }
}
