package org.haki.xlsform;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A range: start, end and step, with ticks and their labels (https://getodk.github.io/xforms-spec/#range). */
final class RangeRules {

    private static final Map<String, String> DEFAULTS = Map.of("start", "1", "end", "10", "step", "1");

    private final Line line;
    private final Parameters parameters;
    private final String appearance;
    private final BigDecimal start;
    private final BigDecimal end;
    private final BigDecimal step;
    private final BigDecimal ticks;
    private final BigDecimal placeholder;

    private RangeRules(Line line, Parameters parameters, String appearance) {
        this.line = line;
        this.parameters = parameters;
        this.appearance = appearance == null ? "" : appearance;
        this.start = number("start");
        this.end = number("end");
        this.step = number("step");
        this.ticks = number("tick_interval");
        this.placeholder = number("placeholder");
    }

    static void apply(Element question, Line line, Choices choices) {
        var parameters = Parameters.of(line).accepting("start", "end", "step", "tick_interval", "placeholder", "tick_labelset");
        var range = new RangeRules(line, parameters, question.control.get("appearance"));
        range.check();
        if (parameters.has("tick_labelset")) {
            question.itemset = parameters.get("tick_labelset");
            range.checkLabels(choices.list(question.itemset));
        }
        if (Stream.of(range.start, range.end, range.step, range.ticks, range.placeholder)
                .filter(Objects::nonNull).anyMatch(number -> number.stripTrailingZeros().scale() > 0)) {
            question.bind.put("type", "decimal");
        }
        question.control.putAll(range.attributes());
    }

    private BigDecimal number(String name) {
        var value = parameters.values().getOrDefault(name, DEFAULTS.get(name));
        if (value == null) {
            return null;
        }
        if (!Parameters.isNumber(value)) {
            throw refusal(Fault.RANGE_NUMBER, name);
        }
        return new BigDecimal(value);
    }

    private Refused refusal(Fault fault, Object... said) {
        return line.refusal(fault, "parameters", said);
    }

    private void check() {
        boolean plain = appearance.isEmpty() || appearance.contains("vertical") || appearance.contains("no-ticks");
        if (!plain && Stream.of("tick_interval", "placeholder", "tick_labelset").anyMatch(parameters::has)) {
            throw refusal(Fault.RANGE_APPEARANCE);
        }
        checkStep("step", step);
        if (ticks != null) {
            checkStep("tick_interval", ticks);
            checkMultiple("tick_interval", ticks);
        }
        if (placeholder != null) {
            checkMultiple("placeholder", placeholder.subtract(start));
            if (outside(placeholder)) {
                throw refusal(Fault.RANGE_OUTSIDE, "placeholder");
            }
        }
    }

    private void checkStep(String name, BigDecimal width) {
        if (width.signum() == 0) {
            throw refusal(Fault.RANGE_ZERO, name);
        }
        if (width.compareTo(end.subtract(start).abs()) > 0) {
            throw refusal(Fault.RANGE_WIDE, name);
        }
    }

    private void checkMultiple(String name, BigDecimal value) {
        if (value.remainder(step).signum() != 0) {
            throw refusal(Fault.RANGE_STEP, name);
        }
    }

    private boolean outside(BigDecimal value) {
        return value.compareTo(start.min(end)) < 0 || value.compareTo(start.max(end)) > 0;
    }

    private void checkLabels(ChoiceList list) {
        if (list == null) {
            throw refusal(Fault.RANGE_LIST);
        }
        var values = new TreeSet<BigDecimal>();
        for (var choice : list.choices()) {
            if (!Parameters.isNumber(choice.name())) {
                throw refusal(Fault.RANGE_LIST_NUMBER);
            }
            var value = new BigDecimal(choice.name());
            if (outside(value)) {
                throw refusal(Fault.RANGE_LIST_OUTSIDE);
            }
            var multiple = ticks == null ? step : ticks;
            if (value.subtract(start).remainder(multiple).signum() != 0) {
                throw refusal(Fault.RANGE_LIST_STEP, ticks == null ? "step" : "tick_interval");
            }
            values.add(value);
        }
        if (appearance.contains("no-ticks")) {
            if (values.size() > 2) {
                throw refusal(Fault.RANGE_LIST_MANY);
            }
            if (values.size() < 2 || values.first().compareTo(start.min(end)) != 0 || values.last().compareTo(start.max(end)) != 0) {
                throw refusal(Fault.RANGE_LIST_ENDS);
            }
        }
    }

    private Map<String, String> attributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (var key : new String[] {"start", "end", "step"}) {
            attributes.put(key, DEFAULTS.get(key));
        }
        attributes.putAll(parameters.values());
        attributes.remove("tick_labelset");
        var interval = attributes.remove("tick_interval");
        if (interval != null) {
            attributes.put("odk:tick-interval", interval);
        }
        var held = attributes.remove("placeholder");
        if (held != null) {
            attributes.put("odk:placeholder", held);
        }
        return attributes;
    }
}
