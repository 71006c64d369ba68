package org.haki.lists;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.haki.kernel.Errors;

/** The entries there are, found by what people call them. */
final class Names {

    private final Map<UUID, ListEntry> entries = new HashMap<>();
    private final Map<String, Set<UUID>> offered = new HashMap<>();

    Names(List<ListEntry> entries) {
        entries.forEach(this::add);
    }

    void add(ListEntry entry) {
        entries.put(entry.id(), entry);
        if (!entry.retired()) {
            for (var word : List.of(entry.name(), entry.label(), entry.code())) {
                offered.computeIfAbsent(word(entry.list(), word), _ -> new LinkedHashSet<>()).add(entry.id());
            }
        }
    }

    ListEntry of(UUID id) {
        return id == null ? null : entries.get(id);
    }

    String name(UUID id) {
        return id == null ? "" : entries.get(id).name();
    }

    /** The one that is called so, or has this code; {@code null} for "", and with a sentence where there is none or more than one. */
    UUID find(OwnList list, String typed, String field, Errors errors) {
        var found = typed.isEmpty() ? Set.<UUID>of() : called(list, typed);
        if (found.size() != 1 && !typed.isEmpty()) {
            errors.add(field, found.isEmpty() ? "KeepEntry.unknown" : "KeepEntry.several");
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** Whether another entry is called so, in the same place and part of the same. */
    boolean isTaken(ListEntry entry) {
        return called(entry.list(), entry.name()).stream().map(entries::get).anyMatch(other -> !other.id().equals(entry.id())
                && word(other.list(), other.name()).equals(word(entry.list(), entry.name()))
                && Objects.equals(other.parent(), entry.parent()) && Objects.equals(other.place(), entry.place()));
    }

    /** Whether this entry would come to lie in itself. */
    boolean isCircle(UUID id, UUID parent) {
        for (var above = of(parent); above != null; above = of(above.parent())) {
            if (above.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private Set<UUID> called(OwnList list, String name) {
        return offered.getOrDefault(word(list, name), Set.of());
    }

    private static String word(OwnList list, String word) {
        return list + " " + word.toLowerCase(Locale.ROOT);
    }
}
