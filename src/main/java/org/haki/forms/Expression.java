package org.haki.forms;

import java.util.HashMap;
import java.util.Set;
import java.util.function.BiFunction;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.instance.DataInstance;
import org.javarosa.core.model.instance.FormInstance;
import org.javarosa.xpath.expr.XPathExpression;
import org.javarosa.xpath.expr.XPathFuncExpr;

/**
 * A condition or a reckoning over a case, such as {@code incident/core_type = 'rape' and age < 18}. Made by
 * {@link FormEngine#expression}; holds no state, so that many threads may ask it at once.
 */
public final class Expression {

    /** A path that is compared with a word: {@code incident/core_type} with {@code rape}. */
    public record Compared(String path, String word) {}

    private final String source;
    private final Set<String> paths;
    private final Set<Compared> compared;
    private final XPathExpression tree;

    Expression(String source, Set<String> paths, Set<Compared> compared, XPathExpression tree) {
        this.source = source;
        this.paths = paths;
        this.compared = compared;
        this.tree = tree;
    }

    public String source() {
        return source;
    }

    /** What it looks at, from the node {@code case} on: {@code incident/core_type}. So one can see whether all of it exists. */
    public Set<String> paths() {
        return paths;
    }

    /** What it compares with a word, by {@code =}, {@code !=} or {@code selected()}. So one can see whether there is such a word. */
    public Set<Compared> compared() {
        return compared;
    }

    /**
     * Whether it holds. What is not known is empty: {@code age < 18} does not hold where no age is known.
     *
     * @throws TooMuchToReckon where it would take more steps than any condition needs
     */
    public boolean test(CaseDocument document) {
        return eval(document, (value, _) -> XPathFuncExpr.toBoolean(value));
    }

    /** What it comes to, as text; a day as {@code 2026-03-01}; empty where nothing is known. */
    public String text(CaseDocument document) {
        return eval(document, (value, _) -> XPathFuncExpr.toString(XPathFuncExpr.unpack(value)));
    }

    /** What it comes to, as a number; {@code NaN} where it is none. */
    public double number(CaseDocument document) {
        return eval(document, (value, _) -> XPathFuncExpr.toNumeric(value));
    }

    private <T> T eval(CaseDocument document, BiFunction<Object, EvaluationContext, T> result) {
        return document.read(instance -> {
            var context = context(instance);
            try {
                return result.apply(tree.eval(instance, context), context);
            } catch (TooMuchToReckon cut) {
                throw cut;
            } catch (RuntimeException wrong) {
                // JavaRosa has no exception of its own for a path that leads nowhere, or a * in its middle
                throw new BadExpression(1, "This cannot be reckoned with what the case holds: " + source);
            } catch (StackOverflowError deep) {
                throw new TooMuchToReckon();
            }
        });
    }

    private static EvaluationContext context(FormInstance instance) {
        var instances = new HashMap<String, DataInstance>();
        instances.put(CaseDocument.NAME, instance);
        var root = instance.getRoot().getRef();
        var context = new EvaluationContext(new EvaluationContext(instance, instances), root);
        context.setOriginalContext(root);
        OwnFunctions.ALL.forEach(context::addFunctionHandler);
        return context;
    }

    @Override
    public String toString() {
        return source;
    }
}
