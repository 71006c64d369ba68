package org.haki.forms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions that a condition may use, each with how many arguments it takes: those of XPath 1.0 and of ODK that need no device. */
final class Functions {

    private static final int MANY = 60;
    private static final Map<String, int[]> KNOWN = new HashMap<>();

    static {
        know("true false today now pi", 0, 0);
        know("boolean number int string date date-time decimal-date-time decimal-time not boolean-from-string count-selected count "
                + "count-non-empty sum string-length normalize-space abs acos asin atan cos exp exp10 log log10 sin sqrt tan instance", 1, 1);
        know("format-date format-date-time selected is-selected selected-at substring-before substring-after regex pow atan2 coalesce "
                + "contains starts-with ends-with", 2, 2);
        know("if translate", 3, 3);
        know("round", 1, 2);
        know("substr", 2, 3);
        know("position current", 0, 1);
        know("concat join max min", 1, MANY);
        know("checklist weighted-checklist", 3, MANY);
    }

    private Functions() {}

    private static void know(String names, int least, int most) {
        for (var name : names.split(" ")) {
            KNOWN.put(name, new int[] {least, most});
        }
    }

    /** What is wrong with a call, if anything. */
    static Optional<String> check(String name, int arguments) {
        var takes = KNOWN.get(name);
        if (takes == null) {
            return Optional.of("There is no function " + name + "() here");
        }
        if (arguments < takes[0] || arguments > takes[1]) {
            return Optional.of(name + "() takes " + (takes[0] == takes[1] ? takes[0] : takes[0] + " to " + takes[1])
                    + " arguments, not " + arguments);
        }
        return Optional.empty();
    }
}
