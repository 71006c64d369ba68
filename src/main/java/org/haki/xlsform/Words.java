package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;

/** A text as an author typed it: once, or once for each language (in the order of the columns). */
record Words(String plain, Map<String, String> byLanguage) {

    static Words of(String plain) {
        return new Words(plain, Map.of());
    }

    boolean translated() {
        return !byLanguage.isEmpty();
    }

    /** Every language's text; a plain one counts as the default language's. */
    Map<String, String> in(String defaultLanguage) {
        return translated() ? byLanguage : Map.of(defaultLanguage, plain);
    }

    /** Adds one column's text; a plain text beside translations is the default language's, unless that has its own column. */
    static Words with(Words before, String language, String text, String defaultLanguage) {
        if (before == null) {
            return language == null ? of(text) : new Words(null, Map.of(language, text));
        }
        if (language == null && !before.translated()) {
            return of(text);
        }
        var all = new LinkedHashMap<String, String>();
        if (!before.translated()) {
            all.put(defaultLanguage, before.plain());
        } else {
            all.putAll(before.byLanguage());
        }
        if (language == null) {
            all.putIfAbsent(defaultLanguage, text);
        } else {
            all.put(language, text);
        }
        return new Words(null, all);
    }
}
