package org.haki.entities;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One of a list's things: what stands there, how that came about, and what is to be settled.
 *
 * @param properties those of the list, and others that this one has
 * @param history    its versions, the newest first
 * @param open       the properties of which two said something else, with what was said of each
 * @param names      of who changed it
 */
public record EntityPage(EntityList list, Entity entity, EntityWords words, List<String> properties, List<Told> history, List<Question> open, Map<UUID, String> names,
        boolean settles, boolean retires, boolean destroys) {

    /** A version, and what it said otherwise than the one before. */
    public record Told(EntityVersion version, List<Change> changes) {}

    /** What became of a property. */
    public record Change(String property, String before, String after) {}

    /** A property that is to be settled, with the values that it had; one of them stands now. */
    public record Question(String property, List<Value> values) {

        /** The version whose value stands now. */
        public String now() {
            return values.stream().filter(Value::now).findFirst().map(value -> String.valueOf(value.number())).orElse("");
        }
    }

    /** A value, and the first version that had it. */
    public record Value(int number, String text, boolean now) {}

    public String path() {
        return list.path() + "/rows/" + entity.id();
    }

    public String by(EntityVersion version) {
        return version.by() == null ? "" : names.getOrDefault(version.by(), "");
    }
}
