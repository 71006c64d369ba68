package org.haki.forms;

import java.util.Set;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.xpath.XPathNodeset;
import org.javarosa.xpath.expr.XPathBinaryOpExpr;
import org.javarosa.xpath.expr.XPathBoolExpr;
import org.javarosa.xpath.expr.XPathCmpExpr;
import org.javarosa.xpath.expr.XPathEqExpr;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFuncExpr;
import org.javarosa.xpath.expr.XPathPathExpr;
import org.javarosa.xpath.expr.XPathQName;
import org.javarosa.xpath.expr.XPathUnaryOpExpr;

/**
 * Puts {@link Bounds} into a parsed expression: what can run over many nodes counts its steps, and functions that could grow
 * without end, or that know no time zone, become ours ({@link OwnFunctions}). JavaRosa offers no other place for it.
 */
final class Bounded {

    private static final Set<String> OURS = Set.of("today", "now", "regex", "concat", "join", "uuid", "round");

    private Bounded() {}

    /** Changes the expression in place; done once, before anybody evaluates it. */
    static void in(XPathExpression expression) {
        switch (expression) {
            case XPathFuncExpr function -> {
                if (function.id.namespace == null && OURS.contains(function.id.name)) {
                    function.id = new XPathQName(OwnFunctions.SPACE, function.id.name);
                }
                each(function.args);
            }
            case XPathBinaryOpExpr pair -> {
                pair.a = counted(pair.a);
                pair.b = counted(pair.b);
            }
            case XPathUnaryOpExpr one -> one.a = counted(one.a);
            case XPathPathExpr path -> {
                for (var step : path.steps) {
                    each(step.predicates);
                }
            }
            default -> { }
        }
    }

    private static void each(XPathExpression[] expressions) {
        for (int i = 0; i < expressions.length; i++) {
            expressions[i] = counted(expressions[i]);
        }
    }

    private static XPathExpression counted(XPathExpression inner) {
        in(inner);
        return switch (inner) {
            case XPathEqExpr equal -> new Equal(equal);
            case XPathCmpExpr compare -> new Compare(compare);
            case XPathBoolExpr both -> new Both(both);
            case XPathPathExpr path -> new Path(path);
            default -> inner;
        };
    }

    private static final class Equal extends XPathEqExpr {

        private Equal(XPathEqExpr of) {
            super(of.equal, of.a, of.b);
        }

        @Override
        public Object eval(DataInstance model, EvaluationContext context) {
            Bounds.step(1);
            return super.eval(model, context);
        }
    }

    private static final class Compare extends XPathCmpExpr {

        private Compare(XPathCmpExpr of) {
            super(of.op, of.a, of.b);
        }

        @Override
        public Object eval(DataInstance model, EvaluationContext context) {
            Bounds.step(1);
            return super.eval(model, context);
        }
    }

    private static final class Both extends XPathBoolExpr {

        private Both(XPathBoolExpr of) {
            super(of.op, of.a, of.b);
        }

        @Override
        public Object eval(DataInstance model, EvaluationContext context) {
            Bounds.step(1);
            return super.eval(model, context);
        }
    }

    private static final class Path extends XPathPathExpr {

        private Path(XPathPathExpr of) {
            init_context = of.init_context;
            steps = of.steps;
            filtExpr = of.filtExpr;
        }

        @Override
        public XPathNodeset eval(DataInstance model, EvaluationContext context) {
            Bounds.step(1);
            var nodes = super.eval(model, context);
            Bounds.step(nodes.size());
            return nodes;
        }
    }
}
