package org.haki.xlsform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Checks the expressions of a form: that they are whole, not endlessly deep, call known functions, and run in no circle. */
final class Logic {

    private static final int DEEPEST = 60;
    /** Of XPath 1.0, then of ODK XForms (https://getodk.github.io/xforms-spec/#xpath-functions). */
    private static final Set<String> FUNCTIONS = Set.of((
            "last position count id local-name namespace-uri name string concat starts-with contains substring-before substring-after "
            + "substring string-length normalize-space translate boolean not true false lang number sum floor ceiling round node text "
            + "instance current indexed-repeat pulldata coalesce if once regex selected selected-at count-selected count-non-empty "
            + "jr:choice-name jr:itext checklist weighted-checklist randomize random uuid version property today now date date-time "
            + "format-date format-date-time decimal-date-time decimal-time int pow log log10 exp exp10 sqrt abs sin cos tan asin acos "
            + "atan atan2 pi min max join substr ends-with upper-case lower-case digest base64-decode extract-signed area distance "
            + "enclosed-area geofence intersects boolean-from-string").split(" "));

    private final Survey survey;
    private final Paths paths;
    private final Comparisons comparisons;

    private Logic(Survey survey) {
        this.survey = survey;
        this.paths = new Paths(survey.root);
        this.comparisons = new Comparisons(survey, paths);
    }

    static void check(Survey survey) {
        var logic = new Logic(survey);
        survey.root.all().forEach(element -> {
            element.bind.forEach((key, expression) -> {
                if (Binds.isLogic(key)) {
                    logic.whole(element, "bind/" + key, expression);
                }
            });
            logic.whole(element, "choice_filter", element.filter);
            logic.whole(element, "control/jr:count", element.control.get("jr:count"));
            if (element.initialIsDynamic) {
                logic.whole(element, "default", element.initial);
            }
        });
        logic.circles();
    }

    private void whole(Element element, String column, String expression) {
        if (expression == null) {
            return;
        }
        if (expression.startsWith("=")) {
            survey.problems.add(element.problem(Fault.EXPRESSION_EXCEL, column));
            return;
        }
        var open = new ArrayDeque<String>();
        var before = Token.Kind.SPACE;
        for (var token : Token.of(expression)) {
            var text = token.text();
            if (token.kind() == Token.Kind.COMPARE && before == Token.Kind.COMPARE) {
                survey.problems.add(element.problem(Fault.EXPRESSION_BROKEN, column, "'" + text + "' follows another sign of comparison; one = is enough"));
                return;
            }
            before = token.kind() == Token.Kind.SPACE ? before : token.kind();
            if (token.kind() == Token.Kind.CALL && !FUNCTIONS.contains(text.substring(0, text.length() - 1))) {
                var name = text.substring(0, text.length() - 1);
                survey.problems.warn(element.problem(Fault.FUNCTION_UNKNOWN, column, name, Spelling.meant(name, FUNCTIONS)));
            }
            if (token.kind() == Token.Kind.OTHER && (text.equals("'") || text.equals("\""))) {
                survey.problems.add(element.problem(Fault.EXPRESSION_BROKEN, column, "a quotation mark is never closed"));
                return;
            }
            if (token.kind() != Token.Kind.REFERENCE && token.kind() != Token.Kind.LITERAL && !nest(open, text)) {
                survey.problems.add(element.problem(Fault.EXPRESSION_BROKEN, column, "'" + text + "' closes nothing"));
                return;
            }
            if (open.size() > DEEPEST) {
                survey.problems.add(element.problem(Fault.TEXT_TOO_DEEP, column, DEEPEST));
                return;
            }
        }
        if (!open.isEmpty()) {
            survey.problems.add(element.problem(Fault.EXPRESSION_BROKEN, column, "'" + open.peek() + "' is never closed"));
        }
        comparisons.look(element, column, expression);
    }

    private static boolean nest(ArrayDeque<String> open, String text) {
        if (text.endsWith("(") || text.endsWith("[")) {
            open.push(text.substring(text.length() - 1));
        } else if (text.equals(")") || text.equals("]")) {
            return !open.isEmpty() && open.pop().equals(text.equals(")") ? "(" : "[");
        }
        return true;
    }

    /** What is calculated or relevant by itself, through however many others, can never come to rest. */
    private void circles() {
        var needs = new HashMap<Element, Set<Element>>();
        survey.root.all().forEach(element -> needs.put(element, needs(element)));
        var done = new HashSet<Element>();
        survey.root.all().forEach(element -> follow(element, needs, done));
    }

    private Set<Element> needs(Element element) {
        var needs = new LinkedHashSet<Element>();
        var calculate = element.triggers.isEmpty() ? element.bind.get("calculate") : null;
        for (var expression : new String[] {calculate, element.bind.get("relevant")}) {
            var references = expression == null ? null : Reference.all(expression);
            if (references != null) {
                references.stream().map(reference -> paths.named(reference.name())).filter(Objects::nonNull).forEach(needs::add);
            }
        }
        if (element.parent != null && element.parent.bind.containsKey("relevant")) {
            needs.add(element.parent);
        }
        return needs;
    }

    /** Goes along what an element needs, without going down into the calls: a chain may be thousands long. */
    private void follow(Element start, Map<Element, Set<Element>> needs, Set<Element> done) {
        var way = new ArrayList<Element>();
        var steps = new ArrayDeque<Iterator<Element>>();
        var onWay = new HashSet<Element>();
        if (!done.add(start)) {
            return;
        }
        way.add(start);
        onWay.add(start);
        steps.push(needs.get(start).iterator());
        while (!steps.isEmpty()) {
            if (!steps.peek().hasNext()) {
                steps.pop();
                onWay.remove(way.removeLast());
                continue;
            }
            var next = steps.peek().next();
            if (onWay.contains(next)) {
                report(way.subList(way.indexOf(next), way.size()));
            } else if (done.add(next)) {
                way.add(next);
                onWay.add(next);
                steps.push(needs.get(next).iterator());
            }
        }
    }

    private void report(List<Element> circle) {
        var names = circle.stream().limit(8).map(element -> element.name).toList();
        var first = circle.getFirst();
        survey.problems.add(first.problem(Fault.CALCULATION_CIRCULAR, first.bind.containsKey("calculate") ? "bind/calculate" : "bind/relevant",
                String.join(" → ", names) + " → " + names.getFirst()));
    }
}
