package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Words WORDS = new Words(true);

    @Test
    void a_sentence_that_a_language_lacks_is_said_in_English() {
        var words = lacking(1);
        assertThat(words.say("es", "Page.0", 2)).isEqualTo("2 things");
        assertThat(words.say("es", "Page.1", 2)).isEqualTo("2 cosas");
        assertThat(words.say("es", "Page.1", 1)).isEqualTo("una cosa");
        assertThat(words.say("fr", "Page.1", 1)).isEqualTo("one thing");
    }

    @Test
    void staff_may_choose_a_language_that_lacks_one_sentence_in_twenty_and_no_more() {
        assertThat(lacking(5).spoken()).containsExactly("en", "es");
        assertThat(lacking(6).spoken()).containsExactly("en");
        assertThat(WORDS.spoken()).contains("en", "es");
    }

    @Test
    void a_page_for_the_public_is_offered_in_a_language_that_says_all_of_it() {
        assertThat(lacking(1).complete("Page")).containsExactly("en");
        assertThat(lacking(0).complete("Page")).containsExactly("en", "es");
    }

    @Test
    void Spanish_counts_and_writes_numbers_as_Latin_America_does() {
        assertThat(WORDS.say("es", "PeoplePage.found", 1)).isEqualTo("1 persona encontrada");
        assertThat(WORDS.say("es", "PeoplePage.found", 0)).isEqualTo("0 personas encontradas");
        assertThat(WORDS.say("es", "PeoplePage.found", 12_345)).isEqualTo("12,345 personas encontradas");
        assertThat(WORDS.say("es", "PeoplePage.found", 1_000_000)).isEqualTo("1,000,000 personas encontradas");
        assertThat(WORDS.say("es", "TodayPage.lede", 2, 1)).isEqualTo("Dos cosas para hoy, una con atraso.");
        assertThat(WORDS.say("es", "SignIn.wait", 0, 1)).isEqualTo("Demasiados intentos. Espere 1 segundo e inténtelo otra vez.");
    }

    @Test
    void a_sentence_said_before_is_said_with_the_numbers_of_whoever_asks_now() {
        for (int time = 0; time < 2; time++) {
            assertThat(WORDS.say("es", Locale.forLanguageTag("es-MX"), "PeoplePage.found", 12_345)).isEqualTo("12,345 personas encontradas");
            assertThat(WORDS.say("es", Locale.forLanguageTag("es-BO"), "PeoplePage.found", 12_345)).isEqualTo("12.345 personas encontradas");
        }
    }

    @Test
    void a_page_is_marked_with_the_language_itself() {
        assertThat(Words.tag("es")).isEqualTo("es");
        assertThat(Words.tag(Words.BACKWARDS)).isEqualTo("en");
    }

    /** A hundred sentences in English, of which Spanish lacks so many. */
    private static Words lacking(int missing) {
        var words = new TreeMap<>(Map.of(
                "en", sentences(0, "{0, plural, one {one thing} other {# things}}"),
                "es", sentences(missing, "{0, plural, one {una cosa} other {# cosas}}")));
        return new Words(words, false);
    }

    private static Map<String, String> sentences(int from, String pattern) {
        return IntStream.range(from, 100).boxed().collect(Collectors.toMap(i -> "Page." + i, _ -> pattern));
    }
}
