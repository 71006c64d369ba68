package org.haki.forms;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.util.PropertyUtils;
import org.javarosa.xpath.XPathNodeset;
import org.javarosa.xpath.XPathTypeMismatchException;
import org.javarosa.xpath.expr.XPathFuncExpr;

/** Functions that JavaRosa has too, but without an end to them, or by the clock of the machine. */
record OwnFunctions(String getName, Function<Object[], Object> body) implements IFunctionHandler {

    static final String SPACE = "haki";
    static final List<IFunctionHandler> ALL = List.of(
            own("today", _ -> day()),
            own("now", _ -> Values.wall(Bounds.now(), Bounds.zone())),
            own("regex", args -> regex(text(args[0]), text(args[1]))),
            own("concat", args -> join("", flat(args, 0))),
            own("join", args -> join(text(args[0]), flat(args, 1))),
            own("uuid", args -> args.length == 0 ? PropertyUtils.genUUID() : PropertyUtils.genGUID(small(args[0], 64))),
            own("round", args -> round(XPathFuncExpr.toNumeric(args[0]), args.length == 1 ? 0 : small(args[1], 15))));

    private static OwnFunctions own(String name, Function<Object[], Object> body) {
        return new OwnFunctions(SPACE + ":" + name, body);
    }

    @Override
    public List<Class<?>[]> getPrototypes() {
        return List.of();
    }

    @Override
    public boolean rawArgs() {
        return true;
    }

    @Override
    public Object eval(Object[] args, EvaluationContext context) {
        return body.apply(args);
    }

    /** JavaRosa keeps a day as the machine's midnight; which day it is, the organisation's zone says. */
    private static Date day() {
        return Values.day(Bounds.now().atZone(Bounds.zone()).toLocalDate());
    }

    private static String text(Object value) {
        return XPathFuncExpr.toString(value);
    }

    private static Double round(double number, int places) {
        return Double.isFinite(number) ? BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).doubleValue() : number;
    }

    private static int small(Object value, int most) {
        return Math.clamp(XPathFuncExpr.toNumeric(value).intValue(), -most, most);
    }

    private static List<Object> flat(Object[] args, int from) {
        var values = new ArrayList<Object>();
        for (int i = from; i < args.length; i++) {
            if (args[i] instanceof XPathNodeset nodes) {
                values.addAll(List.of(nodes.toArgList()));
            } else {
                values.add(args[i]);
            }
        }
        return values;
    }

    private static String join(String between, List<Object> values) {
        var texts = values.stream().map(OwnFunctions::text).toList();
        Bounds.text(Math.clamp(texts.stream().mapToLong(text -> text.length() + (long) between.length()).sum(), 0, Integer.MAX_VALUE));
        return texts.stream().collect(Collectors.joining(between));
    }

    /** A pattern that tries for ever (as {@code (a+)+$}) is cut by the letters it looks at. */
    private static Boolean regex(String text, String pattern) {
        Bounds.text(text.length() + pattern.length());
        try {
            return Pattern.compile(pattern).matcher(new Looked(text)).matches();
        } catch (PatternSyntaxException | StackOverflowError bad) {
            throw new XPathTypeMismatchException("regex");
        }
    }

    private record Looked(String text) implements CharSequence {

        @Override
        public char charAt(int index) {
            Bounds.step(1);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Looked(text.substring(start, end));
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
