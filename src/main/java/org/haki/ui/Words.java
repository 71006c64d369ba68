package org.haki.ui;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every sentence Haki says, by language, from {@code words/<language>.properties} (ICU MessageFormat). A sentence that
 * a language lacks is said in English; a strict Haki, as in tests, refuses instead, and also speaks {@code xr}: English
 * that runs from right to left.
 */
@Component
public class Words {

    static final String ENGLISH = "en";
    static final String BACKWARDS = "xr";
    private static final int ONE_IN = 20;
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi", BACKWARDS);
    private static final Logger log = LoggerFactory.getLogger(Words.class);

    /** A sentence with arguments, as these numbers are written. */
    private record Sentence(Locale numbers, String pattern) {}

    private final Map<String, Map<String, String>> languages;
    private final Map<Sentence, MessageFormat> formats = new ConcurrentHashMap<>();
    private final boolean strict;

    @Autowired
    public Words(@Value("${haki.strict:false}") boolean strict) {
        this(written(), strict);
        if (strict) {
            languages.put(BACKWARDS, english().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, word -> "⟦" + word.getValue() + "⟧")));
        }
    }

    Words(Map<String, Map<String, String>> languages, boolean strict) {
        this.languages = languages;
        this.strict = strict;
    }

    /** The sentence in this language, with its arguments put in as that language writes them. */
    public String say(String language, String key, Object... arguments) {
        return say(language, locale(language), key, arguments);
    }

    /** The sentence in this language, with numbers as this locale writes them. */
    String say(String language, Locale numbers, String key, Object... arguments) {
        var pattern = pattern(language, key);
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0
                ? pattern
                : format(new Sentence(numbers, pattern), arguments);
    }

    /** A pattern costs more to read than to say: each is read once. Its format serves one caller at a time. */
    private String format(Sentence sentence, Object... arguments) {
        var format = formats.computeIfAbsent(sentence, read -> new MessageFormat(read.pattern(), read.numbers()));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /** Whether there are words of this language. */
    boolean speaks(String language) {
        return languages.containsKey(language);
    }

    /** Whether there is such a sentence. */
    public boolean has(String key) {
        return english().containsKey(key);
    }

    /** The languages in which every sentence of these kinds of page can be said. */
    public List<String> complete(String... pages) {
        var needed = english().keySet().stream()
                .filter(key -> List.of(pages).contains(key.substring(0, key.indexOf('.'))))
                .toList();
        return languages.keySet().stream()
                .filter(language -> languages.get(language).keySet().containsAll(needed))
                .toList();
    }

    /** The languages that staff may choose: those that lack one sentence in twenty at most, which is said in English then. */
    public List<String> spoken() {
        var english = english().keySet();
        return languages.keySet().stream()
                .filter(language -> ONE_IN * english.stream().filter(key -> !languages.get(language).containsKey(key)).count() <= english.size())
                .toList();
    }

    /** Which way this language runs. */
    static String direction(String language) {
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }

    /** How this language is marked on a page. */
    static String tag(String language) {
        return language.equals(BACKWARDS) ? ENGLISH : language;
    }

    /** How this language writes numbers and days; Spanish as Latin America does, whose Spanish it is. */
    static Locale locale(String language) {
        return Locale.forLanguageTag(language.equals("es") ? "es-419" : tag(language));
    }

    String pattern(String language, String key) {
        var pattern = languages.getOrDefault(language, english()).get(key);
        if (pattern == null) {
            pattern = english().get(key);
        }
        if (pattern == null) {
            if (strict) {
                throw new IllegalArgumentException("No such words: " + key);
            }
            log.warn("No such words: {}", key);
            return "…";
        }
        return pattern;
    }

    private static Map<String, Map<String, String>> written() {
        var languages = new TreeMap<String, Map<String, String>>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:words/*.properties")) {
                var words = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    words.load(reader);
                }
                languages.put(file.getFilename().replace(".properties", ""), words.entrySet().stream()
                        .collect(Collectors.toMap(word -> (String) word.getKey(), word -> (String) word.getValue())));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return languages;
    }

    private Map<String, String> english() {
        return languages.get(ENGLISH);
    }
}
