package org.haki.cases;

import java.util.Map;

/** One thing's name in several languages, as its case type gives it. */
public record Labels(Map<String, String> byLanguage) {

    /** In this language, else in English. */
    public String in(String language) {
        return byLanguage.getOrDefault(language, byLanguage.get("en"));
    }
}
