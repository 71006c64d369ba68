package org.haki;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of pages, words and styles, executable. */
class PageRulesTest {

    private static final String KEY = "\"([A-Z][A-Za-z]+(?:\\.[A-Za-z_]+)*\\.?)\"";
    /** The same word in both languages. */
    private static final Set<String> SAME = Set.of("Haki", "No", "no", "Normal", "Plan", "Roles", "SMS", "Web");
    /** What the glossary at the head of the Spanish words says otherwise, or what is not said in Latin America. */
    private static final String NOT_OURS = "(?iU)\\b(víctimas?|beneficiari[oa]s?|clientes?|remisi[óo]n|remitir|transferencia|agresor|adjunt[a-z]+|añad[a-z]+"
            + "|asesor[íi]a|copia de seguridad|móvil|ordenador|vosotros|tú|tienes|puedes|hoja de casos|correo electrónico|sede)\\b|[«»]";
    private static final String SIDE = "([^\\s;()]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?)";
    private static final String FOUR_SIDES =
            "(margin|padding|inset|border-[a-z]+):\\s*" + SIDE + "\\s+" + SIDE + "\\s+" + SIDE + "\\s+(?!\\3\\s*[;}])[^\\s;}/]";
    private static final Sources TEMPLATES = Sources.of(".jte", Sources.MAIN);
    private static final Sources STYLES = Sources.of(".css", Sources.RESOURCES.resolve("static/css"));
    private static final Sources CODE = new Sources(
            Stream.concat(Sources.of(".java", Sources.MAIN).files().stream(), TEMPLATES.files().stream()).toList());

    @Test
    void every_page_record_has_its_template_beside_it() {
        var drawn = Sources.of(".java", Sources.MAIN).files().stream()
                .flatMap(file -> Sources.matches(file, "(?:new Html|Html\\.unprocessable)\\(\\s*new (\\w+)\\(")
                        .map(match -> file.resolveSibling(match.group(1) + ".jte")));
        var named = Sources.of("Page.java", Sources.MAIN).files().stream()
                .filter(file -> Sources.text(file).contains("public record ") && !file.endsWith("access/PublicPage.java"))
                .map(file -> file.resolveSibling(file.getFileName().toString().replace(".java", ".jte")));
        assertThat(Stream.concat(drawn, named).distinct()).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void every_sentence_that_is_said_exists_in_English() {
        var english = words("en").keySet();
        Predicate<String> exists = key -> key.endsWith(".")
                ? english.stream().anyMatch(word -> word.startsWith(key))
                : english.contains(key);
        var pages = english.stream().map(key -> key.substring(0, key.indexOf('.'))).toList();
        var unknown = CODE.files().stream()
                .flatMap(file -> said(file).filter(key -> pages.contains(key.substring(0, key.indexOf('.'))) || saysIt(file, key))
                        .filter(exists.negate())
                        .map(key -> file.getFileName() + ": " + key));
        assertThat(unknown).isEmpty();
    }

    @Test
    void every_English_sentence_is_said_somewhere() {
        var said = CODE.files().stream().flatMap(PageRulesTest::said).toList();
        assertThat(words("en").keySet())
                .filteredOn(key -> said.stream().noneMatch(part -> says(part, key)))
                .isEmpty();
    }

    @Test
    void every_sentence_is_said_in_Spanish_too() {
        var english = words("en");
        var spanish = words("es");
        assertThat(english.keySet()).filteredOn(key -> !spanish.containsKey(key)).as("sentences that Spanish lacks").isEmpty();
        assertThat(spanish.keySet()).filteredOn(key -> !english.containsKey(key)).as("sentences that only Spanish has").isEmpty();
        assertThat(english.keySet().stream()
                        .filter(key -> !key.startsWith("Time.") && spanish.get(key).equals(english.get(key)))
                        .map(key -> english.get(key).replaceAll("\\{[^}]*}", "").replaceAll("[^\\p{L} ]", "").strip())
                        .filter(letters -> !letters.isEmpty() && !SAME.contains(letters)))
                .as("left in English").isEmpty();
    }

    @Test
    void Spanish_keeps_to_the_words_of_its_glossary() {
        var pattern = Pattern.compile(NOT_OURS);
        assertThat(words("es").entrySet()).filteredOn(word -> pattern.matcher(word.getValue()).find()).isEmpty();
    }

    @Test
    void every_sentence_can_be_said_and_asks_for_the_same_arguments_in_each_language() {
        var english = words("en");
        for (var language : List.of("en", "es")) {
            words(language).forEach((key, pattern) -> {
                if (!key.startsWith("Time.")) {
                    assertThat(arguments(pattern, language)).as(language + " " + key).isEqualTo(arguments(english.get(key), "en"));
                }
            });
        }
    }

    @Test
    void no_sentence_is_written_twice() {
        for (var language : List.of("en", "es")) {
            var keys = Sources.matches(Sources.RESOURCES.resolve("words/" + language + ".properties"), "^([A-Za-z][^=\\s]+)=")
                    .map(match -> match.group(1)).toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void templates_have_no_inline_style_or_script() {
        assertThat(TEMPLATES.finds("\\sstyle\\s*=|<style|<script(?![^>]*\\ssrc=)|\\son[a-z]+\\s*=|javascript:|\\shx-on|\\shx-vals=.?js:")).isEmpty();
    }

    @Test
    void templates_write_no_word_of_their_own() {
        assertThat(TEMPLATES.finds("(placeholder|title|aria-label|alt|label)=\"[^\"$]*\\p{L}{2}[^\"$]*\"")).isEmpty();
        assertThat(TEMPLATES.finds("(?<=[\\w\"/]>)[^<>$@{}`=\\n]*\\p{L}{2,}[^<>$@{}`=\\n]*(?=<)")).isEmpty();
        assertThat(TEMPLATES.finds("href=\"/(css|js|img|vendor)/|src=\"/")).as("files of ours go by ui.asset").isEmpty();
    }

    @Test
    void styles_know_no_left_or_right_and_no_colour_of_their_own() {
        var rules = STYLES.files().stream().filter(file -> !file.endsWith("tokens.css")).map(Sources::text)
                .map(css -> css.replaceAll("(?s)/\\*.*?\\*/", "")).toList();
        assertThat(rules).isNotEmpty().allSatisfy(css -> {
            assertThat(css).doesNotContainPattern("[;{]\\s*(margin|padding|border)?-?(left|right|top|bottom)(-[a-z]+)?\\s*:");
            assertThat(css).doesNotContainPattern("[;{]\\s*(min-|max-)?(width|height)\\s*:");
            assertThat(css).doesNotContainPattern("(text-align|float|clear|[a-z-]+-position|transform-origin|justify-[a-z]+):[^;}]*\\b(left|right)\\b");
            assertThat(css).as("four values, the second another than the fourth").doesNotContainPattern(FOUR_SIDES);
            assertThat(css).doesNotContainPattern(":[^;{]*(#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsla?\\()");
        });
    }

    private static Stream<String> said(Path file) {
        return Sources.matches(file, KEY).map(match -> match.group(1)).filter(key -> key.contains("."));
    }

    /** Whether this literal says this sentence: it is its key, or, where it ends in a dot, how its key begins. */
    private static boolean says(String literal, String key) {
        return literal.endsWith(".") ? key.startsWith(literal) : key.equals(literal);
    }

    private static boolean saysIt(Path file, String key) {
        return Sources.text(file).contains("say(\"" + key + "\"");
    }

    private static Set<String> arguments(String pattern, String language) {
        return new TreeSet<>(new MessageFormat(pattern, Locale.forLanguageTag(language)).getArgumentNames());
    }

    private static Map<String, String> words(String language) {
        var words = new Properties();
        try {
            words.load(new StringReader(Sources.text(Sources.RESOURCES.resolve("words/" + language + ".properties"))));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        var sorted = new TreeMap<String, String>();
        words.forEach((key, word) -> sorted.put((String) key, (String) word));
        return sorted;
    }
}
