package org.haki.forms;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What was answered in one section, as it is kept: western digits, days as 2026-03-01, choices by their names. A place is the
 * path below the form's root with the row of each repeat: {@code child[k3]/age}. What was not answered is absent.
 *
 * @param values for each place its value, never empty
 * @param rows   for each repeat, by place, its rows in their order
 */
public record Answers(Map<String, String> values, Map<String, List<String>> rows) {

    public static final Answers NONE = new Answers(Map.of(), Map.of());

    public Answers {
        var kept = new LinkedHashMap<String, String>();
        values.forEach((place, value) -> {
            if (value != null && !value.isEmpty()) {
                kept.put(place, value);
            }
        });
        values = Collections.unmodifiableMap(kept);
        var keptRows = new LinkedHashMap<String, List<String>>();
        rows.forEach((place, list) -> {
            if (!list.isEmpty()) {
                keptRows.put(place, List.copyOf(list));
            }
        });
        rows = Collections.unmodifiableMap(keptRows);
    }

    /** The value at this place, "" where there is none. */
    public String value(String place) {
        return Objects.requireNonNullElse(values.get(place), "");
    }

    public List<String> rowsOf(String place) {
        return rows.getOrDefault(place, List.of());
    }

    public boolean isEmpty() {
        return values.isEmpty() && rows.isEmpty();
    }

    /** The same with another value at this place. */
    public Answers with(String place, String value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(place, value);
        return new Answers(changed, rows);
    }

    /** The same with one more row in this repeat. */
    public Answers withRow(String repeat, String row) {
        var changed = new LinkedHashMap<>(rows);
        var list = new ArrayList<>(rowsOf(repeat));
        list.add(row);
        changed.put(repeat, list);
        return new Answers(values, changed);
    }

    /** The same without this row and all that is in it. */
    public Answers withoutRow(String repeat, String row) {
        var inside = repeat + "[" + row + "]";
        var left = new LinkedHashMap<>(values);
        left.keySet().removeIf(place -> place.startsWith(inside));
        var changed = new LinkedHashMap<>(rows);
        changed.keySet().removeIf(place -> place.startsWith(inside));
        changed.put(repeat, rowsOf(repeat).stream().filter(one -> !one.equals(row)).toList());
        return new Answers(left, changed);
    }

    /** A name for a row that nobody else gives to another. */
    public static String freshRow() {
        return UUID.randomUUID().toString().substring(24);
    }

    /** The question that a place belongs to: the place without its rows. */
    public static String question(String place) {
        return place.replaceAll("\\[[^]]*]", "");
    }
}
