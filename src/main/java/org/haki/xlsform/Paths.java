package org.haki.xlsform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns {@code ${name}} into a path: relative where the question that speaks and the one that is meant lie in the same repeat,
 * absolute elsewhere.
 */
final class Paths {

    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]+)]");
    private static final Pattern INSTANCE = Pattern.compile("instance\\([^)]+.+");
    private static final Pattern INDEXED = Pattern.compile("indexed-repeat\\([^)]+\\)");
    /** The arguments of indexed-repeat that name nodes and repeats; they stay absolute. */
    private static final List<Integer> ABSOLUTE_ARGUMENTS = List.of(0, 1, 3, 5);

    /** How a path is wanted: from {@code current()}, and up to the parent of the common repeat. */
    enum Manner { PLAIN, CURRENT, PARENT, CURRENT_PARENT }

    private final Map<String, Element> byName = new HashMap<>();

    Paths(Element root) {
        root.all().filter(element -> element.isQuestion() || element.isSection())
                .forEach(element -> byName.merge(element.name, element, (one, other) -> one));
    }

    Element named(String name) {
        return byName.get(name);
    }

    /** An expression with its references replaced. The context is null for texts that belong to no question. */
    String in(String expression, Element context) {
        return in(expression, context, Manner.PLAIN);
    }

    String in(String expression, Element context, Manner manner) {
        if (expression.length() <= 2 || !expression.contains("${")) {
            return expression;
        }
        var matcher = Reference.WHOLE.matcher(expression);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(path(found, expression, context, manner)));
    }

    /** One reference's path, with the spaces that keep it apart from its neighbours. */
    String path(MatchResult found, String expression, Element context, Manner manner) {
        var target = byName.get(found.group(2));
        if (target == null) {
            return found.group();
        }
        if (context != null && mayBeRelative(found, expression)) {
            boolean current = manner == Manner.CURRENT || manner == Manner.CURRENT_PARENT || inPredicate(found, expression);
            var relative = relative(context, target, manner == Manner.PARENT || manner == Manner.CURRENT_PARENT);
            if (relative != null) {
                return (current ? " current()/" : " ") + relative + " ";
            }
        }
        return " " + target.path() + " ";
    }

    private static boolean inPredicate(MatchResult found, String expression) {
        if (!INSTANCE.matcher(expression).find()) {
            return false;
        }
        return BRACKETS.matcher(expression).results()
                .anyMatch(bracket -> found.start() >= bracket.start() && found.end() <= bracket.end());
    }

    private static boolean mayBeRelative(MatchResult found, String expression) {
        for (var indexed : INDEXED.matcher(expression).results().toList()) {
            if (found.start() >= indexed.start() && found.end() <= indexed.end()) {
                var inner = indexed.group().substring("indexed-repeat(".length(), indexed.group().length() - 1);
                return !ABSOLUTE_ARGUMENTS.contains(argument(inner, found.group()));
            }
        }
        return true;
    }

    /** The last argument in which a reference stands. */
    private static int argument(String arguments, String reference) {
        var all = arguments.split(",");
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            at = all[i].contains(reference) ? i : at;
        }
        return at;
    }

    private static Element common(Element one, Element other, boolean repeatsOnly) {
        var above = other.ancestors();
        return one.ancestors().stream()
                .filter(step -> step.kind == Element.Kind.REPEAT || (!repeatsOnly && step.kind == Element.Kind.GROUP))
                .filter(above::contains).findFirst().orElse(null);
    }

    /** The path from a context to a target in the same repeat, or null where there is no such repeat. */
    private static String relative(Element context, Element target, boolean toParent) {
        var repeat = common(context, target, true);
        if (repeat == null) {
            return null;
        }
        int up = context.ancestors().indexOf(repeat) + 1;
        if (toParent && repeat == target.repeat() && (repeat.repeat() == null || context.repeat() != repeat)) {
            return "../".repeat(up).concat("..") + target.pathBelow(repeat.parent);
        }
        var nearest = common(context, target, false);
        int steps = context.ancestors().indexOf(nearest) + 1;
        return "../".repeat(steps - 1) + ".." + target.pathBelow(nearest);
    }
}
