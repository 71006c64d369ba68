package org.haki.forms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.haki.xlsform.Form;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.expr.XPathBoolExpr;
import org.javarosa.xpath.expr.XPathEqExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFilterExpr;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathNumericLiteral;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathQName;
import org.javarosa.xpath.expr.XPathStep;
import org.javarosa.xpath.expr.XPathStringLiteral;

/**
 * The long lists of a form, grouped by the columns that its filters compare ({@code district = ${district}}): what may be chosen is
 * looked up, and a list that nothing else looks at is not put beside the answers at all. JavaRosa takes seconds for 24,000 choices,
 * and keeps them once for each copy of the form.
 */
final class ChoiceIndex {

    /** From how many choices on a list is looked up. */
    static final int LONG = 300;

    /** A column that must be equal to what this reckons. */
    record Equal(String column, XPathExpression to) {}

    /** The choices of a list by what stands in these columns. */
    private record Grouped(List<Form.Option> list, Map<List<String>, List<Form.Option>> by) {}

    private final FormVersion version;
    private final Map<String, Optional<List<Equal>>> rules = new ConcurrentHashMap<>();
    private final Map<String, Grouped> groups = new ConcurrentHashMap<>();
    private final Map<String, Boolean> served = new ConcurrentHashMap<>();

    ChoiceIndex(FormVersion version) {
        this.version = version;
    }

    /** What the filter of this question compares; nothing where it does more than that. */
    Optional<List<Equal>> rule(Form.Field field) {
        return rules.computeIfAbsent(field.path(), _ -> field.filter() == null || field.filter().isBlank() ? Optional.of(List.of()) : read(field.filter()));
    }

    /** The choices of this list whose columns are equal to these values. */
    List<Form.Option> options(Form.Field field, List<Form.Option> list, List<Equal> rule, List<Object> values) {
        if (values.stream().anyMatch(Double.class::isInstance)) {
            return list.stream().filter(option -> isEqual(option, rule, values)).toList();
        }
        var columns = rule.stream().map(Equal::column).toList();
        var grouped = groups.compute(field.list() + columns, (_, known) -> known != null && known.list() == list ? known : grouped(list, columns));
        return grouped.by().getOrDefault(values.stream().map(XPathFuncExpr::toString).toList(), List.of());
    }

    /** A number is compared as a number: "04" is 4. */
    private static boolean isEqual(Form.Option option, List<Equal> rule, List<Object> values) {
        for (int i = 0; i < rule.size(); i++) {
            var column = column(option, rule.get(i).column());
            if (!(values.get(i) instanceof Double number ? number.equals(XPathFuncExpr.toNumeric(column)) : column.equals(XPathFuncExpr.toString(values.get(i))))) {
                return false;
            }
        }
        return true;
    }

    private static Grouped grouped(List<Form.Option> list, List<String> columns) {
        var by = new HashMap<List<String>, List<Form.Option>>();
        for (var option : list) {
            by.computeIfAbsent(columns.stream().map(column -> column(option, column)).toList(), _ -> new ArrayList<>()).add(option);
        }
        return new Grouped(list, by);
    }

    private static String column(Form.Option option, String column) {
        return column.equals("name") ? option.name() : Objects.requireNonNullElse(option.columns().get(column), "");
    }

    /** Whether all that is ever asked of the list of this name can be looked up. */
    boolean serves(String list) {
        return served.computeIfAbsent(list, this::isServed);
    }

    /** What another tool wrote is cut by nobody: its texts have names of their own. */
    private boolean isServed(String list) {
        if (version.form().columns().isEmpty()) {
            return false;
        }
        var askers = version.form().fields().stream().filter(field -> field.list() != null && OptionsNow.instance(field).equals(list)).toList();
        long named = count("instance('" + list + "')") + count("instance(\"" + list + "\")") + count("instance(&quot;" + list + "&quot;)") + count("instance(&apos;" + list + "&apos;)");
        return !askers.isEmpty() && named == askers.size() && askers.stream().allMatch(field -> OptionsNow.isChoice(field) && rule(field).isPresent())
                && count("jr:choice-name") == 0 && count("pulldata") == 0;
    }

    private long count(String words) {
        long count = 0;
        for (int at = version.xform().indexOf(words); at >= 0; at = version.xform().indexOf(words, at + 1)) {
            count++;
        }
        return count;
    }

    /** The form without the choices that are looked up here: of each such list the first stays, by which JavaRosa knows what it looks like. */
    String shorter() {
        var xform = version.xform();
        for (var list : version.form().lists().entrySet()) {
            if (list.getValue().size() > LONG && serves(list.getKey())) {
                xform = without(xform, list.getKey());
            }
        }
        return xform;
    }

    private static String without(String xform, String list) {
        int begins = xform.indexOf("<instance id=\"" + list + "\">");
        int first = xform.indexOf("</item>", begins);
        int ends = xform.indexOf("</root>", begins);
        if (begins < 0 || first < 0 || ends < first) {
            return xform;
        }
        var shorter = xform.substring(0, first + "</item>".length()) + xform.substring(ends);
        var text = "<text id=\"" + list + "-";
        var kept = new StringBuilder();
        int from = 0;
        for (int at = shorter.indexOf(text); at >= 0; at = shorter.indexOf(text, from)) {
            int end = shorter.indexOf("</text>", at) + "</text>".length();
            kept.append(shorter, from, shorter.startsWith(text + "0\"", at) ? end : at);
            from = end;
        }
        return kept.append(shorter, from, shorter.length()).toString();
    }

    private static Optional<List<Equal>> read(String filter) {
        try {
            var rule = new ArrayList<Equal>();
            return isRule(JavaRosa.alone(() -> XPathParseTool.parseXPath(filter)), rule) ? Optional.of(List.copyOf(rule)) : Optional.empty();
        } catch (Exception | StackOverflowError unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isRule(XPathExpression expression, List<Equal> rule) {
        return switch (expression) {
            case XPathBoolExpr both when both.op == XPathBoolExpr.AND -> isRule(both.a, rule) && isRule(both.b, rule);
            case XPathEqExpr equal when equal.equal && column(equal.a) != null && isFree(equal.b) -> rule.add(new Equal(column(equal.a), equal.b));
            case XPathEqExpr equal when equal.equal && column(equal.b) != null && isFree(equal.a) -> rule.add(new Equal(column(equal.b), equal.a));
            default -> false;
        };
    }

    /** The column that this path is; {@code null} where it leads further. */
    private static String column(XPathExpression expression) {
        return expression instanceof XPathPathExpr path && path.init_context == XPathPathExpr.INIT_CONTEXT_RELATIVE && path.steps.length == 1
                && path.steps[0].axis == XPathStep.AXIS_CHILD && path.steps[0].test == XPathStep.TEST_NAME && path.steps[0].predicates.length == 0
                ? path.steps[0].name.toString() : null;
    }

    /** Whether it means the same for each choice: a word, a number, an answer. */
    private static boolean isFree(XPathExpression expression) {
        return switch (expression) {
            case XPathStringLiteral _, XPathNumericLiteral _ -> true;
            case XPathPathExpr path -> (path.init_context == XPathPathExpr.INIT_CONTEXT_ROOT
                    || path.init_context == XPathPathExpr.INIT_CONTEXT_EXPR && isCurrent(path.filtExpr))
                    && List.of(path.steps).stream().allMatch(step -> step.predicates.length == 0);
            default -> false;
        };
    }

    private static boolean isCurrent(XPathFilterExpr from) {
        return from.x instanceof XPathFuncExpr function && function.id.equals(new XPathQName("current")) && from.predicates.length == 0;
    }
}
