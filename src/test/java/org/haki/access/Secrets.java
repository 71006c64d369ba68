package org.haki.access;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Everything by which one would know something of another organisation: every id, every sealed value, every hash, every
 * number that stands for a word, and every text that nobody else has.
 */
final class Secrets {

    /** What everybody in the network knows of each other: who is in it, where, and what is offered. */
    private static final List<String> KNOWN = List.of("hub.organisation", "hub.office", "hub.region", "hub.service_offer", "hub.network");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\d.*|\\d\\d:\\d\\d.*");
    private static final int SHORTEST_TEXT = 6;
    private static final long SMALLEST_TOKEN = 1_000_000_000L;

    private final Map<String, String> places = new HashMap<>();

    /** What {@code theirs} has and {@code ours} has not. */
    Secrets(Map<String, List<JsonNode>> theirs, Map<String, List<JsonNode>> ours) {
        theirs.forEach((table, rows) -> rows.forEach(row -> each(row, (column, value) -> places.putIfAbsent(value, table + "." + column))));
        KNOWN.forEach(table -> theirs.get(table).forEach(row -> each(row, (_, value) -> places.remove(value))));
        ours.values().forEach(rows -> rows.forEach(row -> each(row, (_, value) -> places.remove(value))));
    }

    private Secrets(Map<String, String> places) {
        this.places.putAll(places);
    }

    /** The same but for what these rows hold. */
    Secrets without(Collection<JsonNode> rows) {
        var fewer = new Secrets(places);
        rows.forEach(row -> each(row, (_, value) -> fewer.places.remove(value)));
        return fewer;
    }

    boolean holds(String value) {
        return places.containsKey(value);
    }

    int size() {
        return places.size();
    }

    /** Those among these values, and where each stands. */
    Set<String> among(Collection<String> values, Collection<String> given) {
        var found = new HashSet<String>();
        values.stream().filter(places::containsKey).filter(value -> !given.contains(value))
                .forEach(value -> found.add(places.get(value) + " = " + (value.length() > 60 ? value.substring(0, 60) + "…" : value)));
        return found;
    }

    /** Every value of a row that could tell something. */
    static void each(JsonNode row, BiConsumer<String, String> told) {
        row.propertyStream().forEach(property -> value(property.getKey(), property.getValue(), told));
    }

    private static void value(String column, JsonNode value, BiConsumer<String, String> told) {
        if (value.isArray() || value.isObject()) {
            value.valueStream().forEach(part -> value(column, part, told));
        } else if (value.isNumber() && Math.abs(value.asLong()) >= SMALLEST_TOKEN) {
            told.accept(column, value.asString());
        } else if (value.isString() && value.asString().length() >= SHORTEST_TEXT && !TIME.matcher(value.asString()).matches()) {
            told.accept(column, value.asString());
        }
    }
}
