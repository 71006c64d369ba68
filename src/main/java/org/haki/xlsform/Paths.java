package org.haki.xlsform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;

/**
 * Turns {@code ${name}} into a path: relative where the question that speaks and the one that is meant lie in the same repeat,
 * absolute elsewhere.
 */
final class Paths {

    private static final String INDEXED = "indexed-repeat(";
    /** References may stand for much longer paths; a form that would grow beyond this many characters is refused. */
    private static final int MOST = 32 << 20;
    /** The arguments of indexed-repeat that name nodes and repeats; they stay absolute. */
    private static final List<Integer> ABSOLUTE_ARGUMENTS = List.of(0, 1, 3, 5);

    /** How a path is wanted: from {@code current()}, and up to the parent of the common repeat. */
    enum Manner { PLAIN, CURRENT, PARENT, CURRENT_PARENT }

    /** A stretch of an expression: from, to. */
    private record Span(int start, int end) {

        boolean holds(MatchResult found) {
            return found.start() >= start && found.end() <= end;
        }
    }

    private final Map<String, Element> byName = new HashMap<>();
    private long written;

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
        var predicates = expression.contains("instance(") ? spans(expression, "[", "]") : List.<Span>of();
        var indexed = spans(expression, INDEXED, ")");
        return Reference.WHOLE.matcher(expression).replaceAll(found -> {
            var path = path(found, context, manner, predicates, mayBeRelative(found, expression, indexed));
            written += path.length();
            if (written > MOST) {
                throw WorkbookBytes.refusal(Fault.FILE_TOO_BIG, "its XForm would have more than " + (MOST >> 20) + " MB");
            }
            return Matcher.quoteReplacement(path);
        });
    }

    /** One reference's path, with the spaces that keep it apart from its neighbours. */
    private String path(MatchResult found, Element context, Manner manner, List<Span> predicates, boolean mayBeRelative) {
        var target = byName.get(found.group(2));
        if (target == null) {
            return found.group();
        }
        if (context != null && mayBeRelative) {
            boolean current = manner == Manner.CURRENT || manner == Manner.CURRENT_PARENT
                    || predicates.stream().anyMatch(predicate -> predicate.holds(found));
            var relative = relative(context, target, manner == Manner.PARENT || manner == Manner.CURRENT_PARENT);
            if (relative != null) {
                return (current ? " current()/" : " ") + relative + " ";
            }
        }
        return " " + target.path() + " ";
    }

    /** From each opening to the next closing; what is never closed is none. */
    private static List<Span> spans(String expression, String opening, String closing) {
        var spans = new ArrayList<Span>();
        int start = expression.indexOf(opening);
        while (start >= 0) {
            int end = expression.indexOf(closing, start + opening.length());
            if (end < 0) {
                break;
            }
            spans.add(new Span(start, end + closing.length()));
            start = expression.indexOf(opening, end);
        }
        return spans;
    }

    private static boolean mayBeRelative(MatchResult found, String expression, List<Span> indexed) {
        return indexed.stream().filter(span -> span.holds(found)).findFirst().map(span -> {
            var arguments = expression.substring(span.start + INDEXED.length(), span.end - 1);
            return !ABSOLUTE_ARGUMENTS.contains(argument(arguments, found.group()));
        }).orElse(true);
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
