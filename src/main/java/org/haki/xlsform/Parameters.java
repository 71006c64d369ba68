package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The parameters column: {@code key=value key=value}, with spaces, commas or semicolons between. */
record Parameters(Line line, Map<String, String> values) {

    private static final Pattern PAIR = Pattern.compile("\\G[\\s,;]*([^\\s=,;]+)[\\s,;]*=[\\s,;]*([^\\s=,;]+)[\\s,;]*");
    /** Names of columns in files of others; their capitals matter, as those of references do. */
    private static final Set<String> AS_TYPED = Set.of("label", "value");

    static Parameters of(Line line) {
        var text = line.value("parameters");
        var values = new LinkedHashMap<String, String>();
        if (text == null || text.isBlank()) {
            return new Parameters(line, values);
        }
        var pair = PAIR.matcher(text);
        int end = 0;
        while (pair.find()) {
            var key = pair.group(1).toLowerCase(Locale.ROOT);
            boolean asTyped = AS_TYPED.contains(key) || Reference.in(pair.group(2));
            values.put(key, asTyped ? pair.group(2) : pair.group(2).toLowerCase(Locale.ROOT));
            end = pair.end();
        }
        if (end < text.length()) {
            throw line.refusal(Fault.PARAMETERS_BROKEN, "parameters");
        }
        return new Parameters(line, values);
    }

    /** Refuses keys that the type does not know. */
    Parameters accepting(String... keys) {
        for (var key : values.keySet()) {
            if (!List.of(keys).contains(key)) {
                throw line.refusal(Fault.PARAMETER_UNKNOWN, "parameters", key, String.join(", ", new TreeSet<>(List.of(keys))));
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String get(String key) {
        return values.get(key);
    }

    /** A value that is one of these, or null where it is not given. */
    String oneOf(String key, String... allowed) {
        return checked(key, List.of(allowed)::contains, "one of " + String.join(", ", allowed));
    }

    String truth(String key) {
        return checked(key, List.of("true", "false")::contains, "true or false");
    }

    String number(String key) {
        return checked(key, Parameters::isNumber, "a number");
    }

    String whole(String key) {
        return checked(key, value -> value.matches("[+-]?\\d{1,9}"), "a whole number");
    }

    String checked(String key, Predicate<String> test, String what) {
        var value = values.get(key);
        if (value != null && !test.test(value)) {
            throw line.refusal(Fault.PARAMETER_WRONG, "parameters", key, what, value);
        }
        return value;
    }

    static boolean isNumber(String value) {
        return value.length() < 40 && value.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d{1,3})?");
    }
}
