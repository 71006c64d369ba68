package org.haki.xlsform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the container of each entity. The scope of a use is the nearest repeat around it, or the form. All uses of an entity lie
 * on one line of scopes; what is saved lies in the deepest of them; each container holds one entity.
 */
final class EntityPlaces {

    private record Wish(Entity entity, Element scope, Element place, Set<Element> savers) {}

    private final Element root;
    private final Problems problems;
    private final Map<Element, Entity> places = new LinkedHashMap<>();
    private final Map<Element, Entity> reserved = new HashMap<>();

    EntityPlaces(Survey survey) {
        this.root = survey.root;
        this.problems = survey.problems;
    }

    Map<Element, Entity> of(Collection<Entity> entities) {
        var wishes = new LinkedHashMap<Element, List<Wish>>();
        for (var entity : entities) {
            problems.collect(() -> {
                var wish = wish(entity);
                wishes.computeIfAbsent(wish.scope, any -> new ArrayList<>()).add(wish);
            });
        }
        if (entities.size() == 1 && wishes.containsKey(root)) {
            return Map.of(root, entities.iterator().next());
        }
        wishes.forEach((scope, inScope) -> inScope.stream().sorted(Comparator.comparingInt(wish -> wish.entity.line.row))
                .forEach(wish -> problems.collect(() -> allot(wish))));
        return places;
    }

    /** The containers from the form down to one, with both. */
    private static List<Element> line(Element container) {
        var line = new ArrayList<>(container.ancestors());
        line.addFirst(container);
        return line.reversed();
    }

    private static Element scope(Element container) {
        return line(container).reversed().stream()
                .filter(above -> above.kind == Element.Kind.REPEAT || above.kind == Element.Kind.FORM).findFirst().orElse(container);
    }

    private static int repeats(Element container) {
        return (int) line(container).stream().filter(above -> above.kind == Element.Kind.REPEAT).count();
    }

    /** How far below its scope a container lies. */
    private static int depth(Element container) {
        return line(container).size() - line(scope(container)).size();
    }

    private Wish wish(Entity entity) {
        if (entity.uses.isEmpty()) {
            return new Wish(entity, root, root, Set.of());
        }
        var deepest = deepest(entity.uses);
        var scope = scope(deepest.container());
        var saves = entity.uses.stream().filter(use -> use.property() != null).toList();
        var savers = new LinkedHashSet<Element>();
        saves.forEach(use -> savers.add(use.container()));
        Element place;
        if (savers.isEmpty()) {
            place = deepest(entity.uses).container();
        } else if (savers.size() == 1) {
            place = savers.getFirst();
        } else {
            var common = common(savers);
            var boundary = scope(deepest(saves).container());
            place = repeats(common) > repeats(boundary) || (repeats(common) == repeats(boundary) && depth(common) > depth(boundary))
                    ? common : boundary;
        }
        for (var use : entity.uses) {
            check(entity, use, deepest, scope, place);
        }
        return new Wish(entity, scope, place, savers);
    }

    /** The use in the deepest scope, and among these the deepest container; the first of equals. */
    private static Entity.Use deepest(List<Entity.Use> uses) {
        var deepest = uses.getFirst();
        for (var use : uses) {
            int more = repeats(use.container()) - repeats(deepest.container());
            boolean sameScope = scope(use.container()) == scope(deepest.container());
            if (more > 0 || (more == 0 && sameScope && depth(use.container()) > depth(deepest.container()))) {
                deepest = use;
            }
        }
        return deepest;
    }

    private static Element common(Set<Element> containers) {
        var common = line(containers.iterator().next());
        for (var container : containers) {
            common = common.stream().filter(line(container)::contains).toList();
        }
        return common.getLast();
    }

    private void check(Entity entity, Entity.Use use, Entity.Use deepest, Element scope, Element place) {
        var own = scope(use.container());
        boolean onLine = line(scope).contains(own);
        if (use.property() != null && (!onLine || scope(place) != own)) {
            var other = onLine ? place : deepest.container();
            throw use.line().refusal(Fault.ENTITY_SCOPE_SAVE, "bind/entities:saveto", entity.list, other.path(), use.container().path());
        }
        if (!onLine) {
            throw entity.line.refusal(Fault.ENTITY_SCOPE_REFERENCE, "dataset", entity.list, deepest.container().path(),
                    use.question(), use.container().path());
        }
    }

    private void allot(Wish wish) {
        var line = line(wish.place);
        Entity conflict = null;
        for (int depth = line.size(); depth >= line(wish.scope).size(); depth--) {
            var container = line.get(depth - 1);
            conflict = places.getOrDefault(container, reserved.get(container));
            if (conflict == null) {
                take(wish, container);
                return;
            }
            var saver = wish.savers.stream().findFirst().map(reserved::get).orElse(null);
            if (saver != null) {
                conflict = saver;
                break;
            }
        }
        throw wish.entity.line.refusal(Fault.ENTITY_CROWDED, "dataset", wish.scope.path(), conflict == null ? 0 : conflict.line.row);
    }

    /** Takes a container, and keeps for this entity all containers between it and what is saved. */
    private void take(Wish wish, Element container) {
        places.put(container, wish.entity);
        reserved.put(container, wish.entity);
        for (var saver : wish.savers) {
            for (var step = saver; step != null && step != container.parent; step = step.parent) {
                reserved.put(step, wish.entity);
            }
        }
    }
}
