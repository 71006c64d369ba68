package org.haki.entities;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands in one of a list's things; sealed under its own key.
 *
 * @param label  what it is called
 * @param values by property
 */
public record EntityWords(String label, Map<String, String> values) {

    /** What the label is called among the properties. */
    public static final String LABEL = "label";

    public EntityWords {
        values = Map.copyOf(values);
    }

    /** The value of a property, or the label; "" for none. */
    public String value(String property) {
        return property.equals(LABEL) ? label : values.getOrDefault(property, "");
    }

    /** The same after this was said; a label that is blank says nothing. */
    EntityWords with(EntityWords said) {
        var after = new LinkedHashMap<>(values);
        after.putAll(said.values);
        return new EntityWords(said.label.isBlank() ? label : said.label, after);
    }

    /** The properties of which this says something, with the label where it does. */
    Set<String> properties() {
        var said = new LinkedHashSet<>(values.keySet());
        if (!label.isBlank()) {
            said.add(LABEL);
        }
        return said;
    }
}
