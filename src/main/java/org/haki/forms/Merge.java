package org.haki.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SequencedMap;

/**
 * Two people wrote in the same section, from the same beginning. What only one of them changed is taken; where both changed one
 * question to different answers, or one took away a row in which the other wrote, somebody has to choose: it is a clash, and the
 * answers hold mine meanwhile.
 *
 * @param answers what came of it
 * @param clashes for each place that clashes the other's value, "" where it is empty now
 * @param removed rows that the other took away while I wrote in them, as {@code child[k3]}; they are in the answers
 * @param kept    rows that I took away while the other wrote in them; they are in the answers
 */
public record Merge(Answers answers, SequencedMap<String, String> clashes, List<String> removed, List<String> kept) {

    public static Merge of(Answers base, Answers mine, Answers theirs) {
        return new Merging(base, mine, theirs).merge();
    }

    public boolean isClear() {
        return clashes.isEmpty() && removed.isEmpty() && kept.isEmpty();
    }

    private static final class Merging {

        private final Answers base;
        private final Answers mine;
        private final Answers theirs;
        private final Map<String, List<String>> rows = new LinkedHashMap<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final SequencedMap<String, String> clashes = new LinkedHashMap<>();
        private final List<String> removed = new ArrayList<>();
        private final List<String> kept = new ArrayList<>();

        private Merging(Answers base, Answers mine, Answers theirs) {
            this.base = base;
            this.mine = mine;
            this.theirs = theirs;
        }

        private Merge merge() {
            var repeats = places(base.rows(), theirs.rows(), mine.rows());
            repeats.forEach(repeat -> rows.put(repeat, rowsOf(repeat)));
            places(base.values(), theirs.values(), mine.values()).stream().filter(this::stands).forEach(this::value);
            rows.keySet().removeIf(repeat -> !stands(repeat));
            return new Merge(new Answers(values, rows), clashes, removed, kept);
        }

        private List<String> rowsOf(String repeat) {
            var before = base.rowsOf(repeat);
            var merged = new ArrayList<String>();
            for (var row : new LinkedHashSet<>(both(theirs.rowsOf(repeat), mine.rowsOf(repeat)))) {
                boolean isMine = mine.rowsOf(repeat).contains(row);
                boolean isTheirs = theirs.rowsOf(repeat).contains(row);
                if (isMine && isTheirs || !before.contains(row)) {
                    merged.add(row);
                } else if (isMine && changed(base, mine, repeat + "[" + row + "]")) {
                    merged.add(row);
                    removed.add(repeat + "[" + row + "]");
                } else if (isTheirs && changed(base, theirs, repeat + "[" + row + "]")) {
                    merged.add(row);
                    kept.add(repeat + "[" + row + "]");
                }
            }
            return merged;
        }

        private void value(String place) {
            var before = base.value(place);
            var my = removedByMe(place) ? theirs.value(place) : mine.value(place);
            var their = removedByThem(place) ? mine.value(place) : theirs.value(place);
            if (my.equals(before) || my.equals(their)) {
                values.put(place, their);
            } else {
                values.put(place, my);
                if (!their.equals(before)) {
                    clashes.put(place, their);
                }
            }
        }

        private boolean removedByMe(String place) {
            return kept.stream().anyMatch(row -> place.startsWith(row + "/"));
        }

        private boolean removedByThem(String place) {
            return removed.stream().anyMatch(row -> place.startsWith(row + "/"));
        }

        /** Whether every row around this place is still there. */
        private boolean stands(String place) {
            for (int from = place.indexOf('['); from >= 0; from = place.indexOf('[', from + 1)) {
                var row = place.substring(from + 1, place.indexOf(']', from));
                if (!rows.getOrDefault(place.substring(0, from), List.of()).contains(row)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean changed(Answers base, Answers now, String row) {
            return !inside(base.values(), row).equals(inside(now.values(), row)) || !inside(base.rows(), row).equals(inside(now.rows(), row));
        }

        private static <V> Map<String, V> inside(Map<String, V> all, String row) {
            var inside = new LinkedHashMap<String, V>();
            all.forEach((place, value) -> {
                if (place.startsWith(row + "/")) {
                    inside.put(place, value);
                }
            });
            return inside;
        }

        @SafeVarargs
        private static <V> Set<String> places(Map<String, V>... maps) {
            var places = new LinkedHashSet<String>();
            for (var map : maps) {
                places.addAll(map.keySet());
            }
            return places;
        }

        private static List<String> both(List<String> one, List<String> other) {
            var both = new ArrayList<>(one);
            both.addAll(other);
            return both;
        }
    }
}
