package org.haki.xlsform;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@code ${name}} in a text, or {@code ${last-saved#name}}. */
record Reference(String name, boolean lastSaved) {

    /** Anything that begins as a reference, also one that is never closed. */
    private static final Pattern BEGUN = Pattern.compile("\\$\\{([^}]+)}|\\$\\{[^}]*$");
    private static final Pattern INNER = Pattern.compile("(last-saved#)?(" + Token.NCNAME + ")");
    /** A whole reference; group 1 is the mark of the last saved, group 2 the name. */
    static final Pattern WHOLE = Pattern.compile("\\$\\{(last-saved#)?(" + Token.NCNAME + ")}");

    /** All references of a text; null where one is written wrongly. */
    static List<Reference> all(String text) {
        if (text.length() <= 2 || !text.contains("${")) {
            return List.of();
        }
        var references = new ArrayList<Reference>();
        var begun = BEGUN.matcher(text);
        while (begun.find()) {
            var inner = INNER.matcher(begun.group(1) == null ? "" : begun.group(1));
            if (!inner.matches()) {
                return null;
            }
            references.add(new Reference(inner.group(2), inner.group(1) != null));
        }
        return references;
    }

    /** Whether a text holds a reference. */
    static boolean in(String text) {
        return text != null && text.contains("${") && WHOLE.matcher(text).find();
    }

    /** Whether a text is one reference and nothing else. */
    static boolean is(String text) {
        return text != null && WHOLE.matcher(text).matches();
    }
}
