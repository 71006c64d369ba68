package org.haki.forms;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.javarosa.xpath.XPathParseTool;
import org.javarosa.xpath.XPathUnsupportedException;
import org.javarosa.xpath.expr.XPathBinaryOpExpr;
import org.javarosa.xpath.expr.XPathBoolExpr;
import org.javarosa.xpath.expr.XPathCmpExpr;
import org.javarosa.xpath.expr.XPathEqExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFilterExpr;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathStep;
import org.javarosa.xpath.expr.XPathStringLiteral;
import org.javarosa.xpath.expr.XPathUnaryOpExpr;
import org.javarosa.xpath.expr.XPathUnionExpr;
import org.javarosa.xpath.expr.XPathVariableReference;
import org.javarosa.xpath.parser.XPathSyntaxException;

/** Reads an expression over the document {@code case} and refuses, with its place, whatever could only fail later. */
final class ExpressionReader {

    private final String source;
    private final Set<String> paths = new LinkedHashSet<>();
    private final Set<Expression.Compared> compared = new LinkedHashSet<>();

    private ExpressionReader(String source) {
        this.source = source;
    }

    static Expression read(String source) {
        ExpressionText.check(source);
        var tree = parse(source);
        var reader = new ExpressionReader(source);
        reader.look(tree, "");
        Bounded.in(tree);
        return new Expression(source, Collections.unmodifiableSet(reader.paths),
                Collections.unmodifiableSet(reader.compared), tree);
    }

    private static XPathExpression parse(String source) {
        try {
            return JavaRosa.alone(() -> XPathParseTool.parseXPath(source));
        } catch (XPathSyntaxException | RuntimeException wrong) {
            throw new BadExpression(1, "This is not an XPath expression: " + source);
        } catch (StackOverflowError deep) {
            throw new BadExpression(1, "This expression is too deep");
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
    }

    /** {@code base} is empty but within the brackets of a path, where a relative path starts from what is filtered. */
    private void look(XPathExpression expression, String base) {
        switch (expression) {
            case XPathUnionExpr _ -> throw at("|", "Two paths joined by | cannot be reckoned here");
            case XPathVariableReference variable -> throw at("$", "There are no variables here: $" + variable.id);
            case XPathFilterExpr _ -> throw at("[", "Only a path can be followed by a filter in brackets");
            case XPathBinaryOpExpr pair -> {
                look(pair.a, base);
                look(pair.b, base);
                if (pair instanceof XPathEqExpr) {
                    compare(pair.a, pair.b, base);
                    compare(pair.b, pair.a, base);
                }
            }
            case XPathUnaryOpExpr one -> look(one.a, base);
            case XPathFuncExpr function -> {
                Functions.check(function.id.toString(), function.args.length)
                        .ifPresent(sentence -> {
                            throw at(function.id.toString(), sentence);
                        });
                for (var arg : function.args) {
                    look(arg, base);
                }
                if (function.id.toString().equals("selected")) {
                    compare(function.args[0], function.args[1], base);
                }
            }
            case XPathPathExpr path -> path(path, base);
            default -> { }
        }
    }

    private void compare(XPathExpression asked, XPathExpression said, String base) {
        if (asked instanceof XPathPathExpr path && said instanceof XPathStringLiteral word) {
            compared.add(new Expression.Compared(from(path, names(path.steps), base), word.s));
        }
    }

    /** Where a path leads from the case on, whatever it starts from. */
    private static String from(XPathPathExpr path, String names, String base) {
        if (path.init_context == XPathPathExpr.INIT_CONTEXT_RELATIVE) {
            return base.isEmpty() ? names : base + "/" + names;
        }
        return names.startsWith(CaseDocument.NAME + "/") ? names.substring(CaseDocument.NAME.length() + 1) : names;
    }

    private void path(XPathPathExpr path, String base) {
        var names = names(path.steps);
        try {
            path.getReference();
        } catch (XPathUnsupportedException | ClassCastException wrong) {
            throw at(names, "This path cannot be followed here; write names with / between them, such as incident/core_type");
        }
        boolean fromNow = path.init_context == XPathPathExpr.INIT_CONTEXT_EXPR && !instance(path);
        boolean fromCase = path.init_context != XPathPathExpr.INIT_CONTEXT_RELATIVE && !fromNow;
        if (fromCase || fromNow || base.isEmpty()) {
            keep(names, fromCase);
        }
        for (int i = 0; i < path.steps.length; i++) {
            for (var predicate : path.steps[i].predicates) {
                filter(predicate, from(path, names(Arrays.copyOf(path.steps, i + 1)), base));
            }
        }
    }

    /** Whether the path begins with instance('case'); else it begins with current(), which is the case. */
    private boolean instance(XPathPathExpr path) {
        if (!(path.filtExpr.x instanceof XPathFuncExpr function && function.id.toString().equals("instance"))) {
            return false;
        }
        if (!(function.args[0] instanceof XPathStringLiteral literal && literal.s.equals(CaseDocument.NAME))) {
            throw at("instance", "There is only one document here: instance('case')");
        }
        return true;
    }

    private void keep(String names, boolean fromCase) {
        if (!fromCase) {
            if (names.startsWith("..") || names.equals(".")) {
                throw at(names, "There is nothing above the case; write names, such as incident/core_type");
            }
            paths.add(names);
        } else if (names.equals(CaseDocument.NAME) || names.startsWith(CaseDocument.NAME + "/")) {
            paths.add(names.substring(Math.min(names.length(), CaseDocument.NAME.length() + 1)));
        } else if (!names.startsWith(".")) {
            throw at(names, "A whole path begins with /case, such as /case/incident/core_type");
        }
    }

    private void filter(XPathExpression predicate, String base) {
        if (!(predicate instanceof XPathEqExpr || predicate instanceof XPathCmpExpr || predicate instanceof XPathBoolExpr
                || predicate instanceof XPathFuncExpr)) {
            throw at("[", "A filter in brackets must be a comparison, such as [kind = 'visit'] or [position() = 1]");
        }
        look(predicate, base);
    }

    private static String names(XPathStep[] steps) {
        var names = new StringBuilder();
        for (var step : steps) {
            names.append(names.isEmpty() ? "" : "/").append(step.axis == XPathStep.AXIS_PARENT ? ".."
                    : step.axis == XPathStep.AXIS_SELF ? "." : step.test == XPathStep.TEST_NAME_WILDCARD ? "*" : step.name);
        }
        return names.toString();
    }

    private BadExpression at(String word, String sentence) {
        return new BadExpression(Math.max(0, source.indexOf(word)) + 1, sentence);
    }
}
