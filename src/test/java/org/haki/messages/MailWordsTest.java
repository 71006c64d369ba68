package org.haki.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Somebody may look over a colleague's shoulder: no mail says what the desk is about. */
class MailWordsTest {

    private static final Map<String, List<String>> NEVER_SAID = Map.of(
            "en", List.of("violen", "abus", "rape", "assault", "victim", "survivor", "perpetrator", "offender", "gbv", "helpline",
                    "hotline", "case", "report", "client", "police", "court", "lawyer", "legal", "shelter", "hospital", "harm",
                    "danger", "emergency", "incident", "name", "phone"),
            "es", List.of("violen", "abus", "viola", "agres", "victima", "sobreviviente", "maltrat", "denuncia", "caso", "reporte",
                    "informe", "cliente", "policia", "juez", "juzgado", "abogad", "legal", "refugio", "hospital", "dano",
                    "peligro", "emergencia", "incidente", "nombre", "telefono"));
    private static final Pattern TOLD = Pattern.compile("\\btell\\([^;]*;");
    private static final Pattern TEMPLATE = Pattern.compile("\"((?:intake|case|closing|activity|referral|join|account|purge|consent|window|figures)_[a-z]+|reminder|upkeep)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    @Test
    void no_mail_says_what_the_desk_is_about() throws IOException {
        for (var language : sentences().entrySet()) {
            assertThat(NEVER_SAID).as("a list of what is never said in each language").containsKey(language.getKey());
            language.getValue().forEach((key, sentence) -> assertThat(plain(sentence))
                    .as("%s in %s", key, language.getKey())
                    .doesNotContain(NEVER_SAID.get(language.getKey()).toArray(String[]::new)));
        }
    }

    @Test
    void a_mail_can_hold_a_number_and_a_code_and_nothing_else() throws IOException {
        for (var language : sentences().values()) {
            language.forEach((key, sentence) -> assertThat(ARGUMENT.matcher(sentence).results().map(found -> found.group(1)))
                    .as(key)
                    .isSubsetOf("0", "1"));
        }
    }

    @Test
    void every_mail_has_a_subject_and_a_body_in_every_language_that_has_mails() throws IOException {
        var english = sentences().get("en").keySet();
        assertThat(english).hasSizeGreaterThan(10);
        sentences().forEach((language, sentences) -> assertThat(sentences.keySet()).as(language).isEqualTo(english));
        english.stream().filter(key -> key.endsWith(".subject"))
                .forEach(key -> assertThat(english).contains(key.replace(".subject", ".body")));
    }

    @Test
    void every_mail_that_is_told_has_words_and_every_word_is_told() throws IOException {
        var told = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java/org/haki"))) {
            for (var file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                TOLD.matcher(Files.readString(file)).results()
                        .flatMap(call -> TEMPLATE.matcher(call.group()).results().map(found -> found.group(1)))
                        .forEach(told::add);
            }
        }
        var written = sentences().get("en").keySet().stream()
                .filter(key -> key.endsWith(".subject"))
                .map(key -> key.replaceAll("^Mail\\.|\\.subject$", ""));
        assertThat(told).containsExactlyInAnyOrderElementsOf(written.toList());
    }

    private static Map<String, Map<String, String>> sentences() throws IOException {
        var languages = new TreeMap<String, Map<String, String>>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:words/*.properties")) {
            var words = new Properties();
            words.load(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8));
            var mails = new TreeMap<String, String>();
            words.forEach((key, sentence) -> {
                if (key.toString().startsWith("Mail.")) {
                    mails.put(key.toString(), sentence.toString());
                }
            });
            if (!mails.isEmpty()) {
                languages.put(file.getFilename().replace(".properties", ""), mails);
            }
        }
        return languages;
    }

    private static String plain(String sentence) {
        return Normalizer.normalize(sentence, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    }
}
