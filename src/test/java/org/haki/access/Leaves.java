package org.haki.access;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All that can be read out of an answer, however deep: ids, texts, numbers and bytes, in their order. */
final class Leaves {

    private final List<String> found = new ArrayList<>();
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Leaves() {}

    static List<String> of(Object answer) {
        var leaves = new Leaves();
        leaves.walk(answer);
        return leaves.found;
    }

    private void walk(Object thing) {
        switch (thing) {
            case null -> found.add("null");
            case UUID id -> found.add(id.toString());
            case byte[] bytes -> found.add("\\x" + HexFormat.of().formatHex(bytes));
            case CharSequence _, Number _, Boolean _, Enum<?> _ -> found.add(thing.toString());
            case Optional<?> maybe -> walk(maybe.orElse(null));
            case Map<?, ?> map -> {
                found.add("map of " + map.size());
                map.forEach((key, value) -> {
                    walk(key);
                    walk(value);
                });
            }
            case Collection<?> many -> {
                found.add("list of " + many.size());
                many.forEach(this::walk);
            }
            default -> others(thing);
        }
    }

    private void others(Object thing) {
        if (thing.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(thing); i++) {
                walk(Array.get(thing, i));
            }
        } else if (!thing.getClass().getName().startsWith("org.haki.")) {
            found.add(thing.toString());
        } else if (seen.add(thing)) {
            for (var field : thing.getClass().getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    try {
                        field.setAccessible(true);
                        walk(field.get(thing));
                    } catch (IllegalAccessException closed) {
                        throw new IllegalStateException(closed);
                    }
                }
            }
        }
    }
}
