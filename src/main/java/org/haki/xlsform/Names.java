package org.haki.xlsform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.regex.Pattern;

/** The rules for names. */
final class Names {

    /** Turns of direction, zero-width and other characters that nobody sees (Unicode: format characters, private use). */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cc}\\p{Cn}\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180e\\u3164\\uffa0]");

    private static final int LONGEST = 255;
    private static final int LONGEST_PATH = 1_000;

    private Names() {}

    /** Refuses what is no name, and what only looks like one. */
    static void check(String name, Line line, String column, Settings settings) {
        var invisible = INVISIBLE.matcher(name);
        if (invisible.find()) {
            throw line.refusal(Fault.NAME_INVISIBLE, column, "U+%04X".formatted(invisible.group().codePointAt(0)));
        }
        if (name.length() > LONGEST) {
            throw line.refusal(Fault.NAME_LONG, column, LONGEST);
        }
        if (!Token.isName(name)) {
            throw line.refusal(Fault.NAME_INVALID, column, name);
        }
        int colon = name.indexOf(':');
        if (colon >= 0 && !(" " + settings.get("namespaces", "")).contains(" " + name.substring(0, colon) + "=")) {
            throw line.refusal(Fault.NAME_PREFIX, column, name, name.substring(0, colon));
        }
    }

    /** Names are unique within their group; also those that the form itself made. */
    static void checkUnique(Element section, Problems problems) {
        var seen = new HashMap<String, Element>();
        var small = new HashSet<String>();
        for (var child : section.children) {
            var before = seen.putIfAbsent(child.name, child);
            if (before != null) {
                problems.add(child.problem(Fault.NAME_TWICE, "name", child.name, before.line == null ? "made by the form" : before.line.row));
            } else if (!small.add(child.name.toLowerCase())) {
                problems.warn(child.problem(Fault.NAME_TWICE_BY_CASE, "name", child.name));
            }
            if (child.path().length() > LONGEST_PATH) {
                problems.add(child.problem(Fault.PATH_LONG, "name", LONGEST_PATH));
                return;
            }
            if (child.isSection()) {
                checkUnique(child, problems);
            }
        }
    }
}
