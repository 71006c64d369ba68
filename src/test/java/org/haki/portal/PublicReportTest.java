package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Somebody reports at the public page over plain HTTP, without script, without a cookie. */
@HakiTest
class PublicReportTest {

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");
    private static final String WORDS = "He came back last night with two men";
    private static final String EASY_WORD = "Please choose another word";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Everything everything;
    private String report;
    private String status;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        everything = Everything.in(haki);
        report = "/report/" + town.riverbend.slug();
        status = "/status/" + town.riverbend.slug();
    }

    @Test
    void a_page_of_no_organisation_does_not_exist() {
        assertThat(town.stranger().get("/report/nobody-here").status()).isEqualTo(404);
        assertThat(town.stranger().get("/status/nobody-here").status()).isEqualTo(404);
    }

    @Test
    void an_empty_form_asks_for_three_answers_and_no_more() {
        var sent = send();

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("3 answers need another look", "One sentence is enough", "Say whether we may call");
        assertThat(everything.intakes(town.riverbend)).isZero();
    }

    @Test
    void what_was_typed_stays_when_an_answer_is_missing() {
        var sent = send("words", WORDS, "where", "Seti Bazaar", "hour", "10", "whose", "looked", "about", "other");

        assertThat(sent.status()).isEqualTo(422);
        var form = sent.form(report);
        assertThat(form.value("words")).isEqualTo(WORDS);
        assertThat(form.value("where")).isEqualTo("Seti Bazaar");
        assertThat(form.value("hour")).isEqualTo("10");
        assertThat(form.value("whose")).isEqualTo("looked");
        assertThat(form.value("about")).isEqualTo("other");
    }

    @Test
    void five_megabytes_get_a_sentence_and_stay() {
        var story = "She told me. ".repeat(5_000_000 / 13);

        var sent = send("words", story, "age", "adult", "reach", "none");

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("longer than we can take: 50,000 letters");
        assertThat(sent.form(report).value("words")).isEqualTo(story.strip());
    }

    @Test
    void values_that_we_do_not_know_get_a_sentence() {
        var sent = send("words", WORDS, "age", "dragon", "reach", "pigeon", "safe", "maybe", "hour", "25", "whose", "his", "about", "you");

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("6 answers need another look");
    }

    @Test
    void markup_and_control_characters_are_text() {
        var typed = "<script>alert(1)</script> ${7*7} {{x}} ' or 1=1 -- \u0000\u0007";

        var sent = town.stranger().post(report, "words", typed + "%ED%A0%80", "reach", "none");

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).doesNotContain("<script>alert").doesNotContain("\u0000").doesNotContain("\u0007");
        assertThat(sent.text()).contains("<script>alert(1)</script> ${7*7} {{x}} ' or 1=1 --");
    }

    @Test
    void half_a_character_is_no_reason_to_refuse() {
        var sent = town.stranger().postRaw(report, "words=Ayuda+%EF%BF%BD+%00+pronto&age=adult&reach=none");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(digits(sent)).isNotEmpty();
    }

    @Test
    void bytes_that_are_no_text_get_a_plain_page() {
        var sent = town.stranger().postRaw(report, "words=Ayuda+%ED%A0%80&age=adult&reach=none");

        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text()).contains("This could not be read");
    }

    @Test
    void a_word_in_use_and_an_easy_word_get_the_same_answer() {
        send("words", WORDS, "age", "adult", "reach", "none", "code", "Zanzibar lamp");

        var used = send("words", "Another one", "age", "adult", "reach", "none", "code", "zanzibar LÁMP");
        var easy = send("words", "Another one", "age", "adult", "reach", "none", "code", "password");
        var brief = send("words", "Another one", "age", "adult", "reach", "none", "code", "abc");

        assertThat(used.status()).isEqualTo(422);
        assertThat(used.text()).contains(EASY_WORD);
        assertThat(errorOf(easy)).isEqualTo(errorOf(used));
        assertThat(errorOf(brief)).isEqualTo(errorOf(used));
        assertThat(used.form(report).value("words")).isEqualTo("Another one");
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
    }

    @Test
    void a_wrong_code_gets_one_plain_sentence_and_many_have_to_wait() {
        var stranger = town.stranger().from("127.3.0.1");
        var wrong = stranger.fill(status, status, "code", "1234 5678 9012 3456");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("We do not know this code");
        for (int i = 0; i < 9; i++) {
            assertThat(stranger.fill(status, status, "code", "999999999999999" + i).status()).isEqualTo(422);
        }
        var waits = stranger.fill(status, status, "code", "1111 2222 3333 4444");
        assertThat(waits.status()).isEqualTo(429);
        assertThat(waits.header("Retry-After")).isEqualTo("600");
        assertThat(waits.text()).contains("Wait ten minutes");
    }

    @Test
    void three_answers_are_enough_and_the_digits_lead_back_to_a_plain_status() {
        var sent = send("words", WORDS, "age", "adult", "reach", "none");

        assertThat(sent.status()).isEqualTo(200);
        var looked = look(status, digits(sent));
        assertThat(looked.status()).isEqualTo(200);
        assertThat(looked.text()).contains("We have it").doesNotContain("last night");
    }

    @Test
    void the_digits_are_known_at_every_desk_a_word_only_where_it_was_given() {
        var digits = digits(send("words", WORDS, "age", "adult", "reach", "none"));
        send("words", WORDS, "age", "adult", "reach", "none", "code", "sewing kestrel");
        var northgate = "/status/" + town.northgate.slug();

        assertThat(look(northgate, digits).status()).isEqualTo(200);
        assertThat(look(northgate, "sewing kestrel").status()).isEqualTo(422);
        assertThat(look(status, "Sewing-Kestrel").status()).isEqualTo(200);
    }

    @Test
    void sent_twice_it_has_one_effect_and_shows_the_same_digits() {
        var form = town.stranger().get(report).form(report);

        var first = form.send("words", WORDS, "age", "adult", "reach", "none");
        var second = form.send("words", WORDS, "age", "adult", "reach", "none");

        assertThat(digits(second)).isEqualTo(digits(first));
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
    }

    @Test
    void sent_again_long_after_it_shows_no_digits() {
        var form = town.stranger().get(report).form(report);
        form.send("words", WORDS, "age", "adult", "reach", "none");
        everything.makeReceiptsOlder(town.riverbend);

        var again = form.send("words", WORDS, "age", "adult", "reach", "none");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("We have it already").doesNotContainPattern(DIGITS);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
    }

    @Test
    void the_same_form_with_other_words_is_another_report() {
        var form = town.stranger().get(report).form(report);

        var first = form.send("words", WORDS, "age", "adult", "reach", "none");
        var second = form.send("words", WORDS + ". And today again", "age", "adult", "reach", "none");

        assertThat(digits(second)).isNotEqualTo(digits(first));
        assertThat(everything.intakes(town.riverbend)).isEqualTo(2);
    }

    @Test
    void a_form_without_an_operation_is_taken_all_the_same() {
        var sent = town.stranger().post(report, "words", WORDS, "age", "adult", "reach", "none");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(digits(sent)).isNotEmpty();
    }

    @Test
    void her_words_are_nowhere_in_clear() {
        var sent = send("words", "The kestrel flew over Quixholm", "age", "adult", "reach", "call", "number", "+254 712 345 678",
                "ifOther", "the Quixholm choir");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(everything.holds("Quixholm")).isEmpty();
        assertThat(everything.holds("712 345 678")).isEmpty();
        assertThat(everything.holds(digits(sent).replace(" ", ""))).isEmpty();
    }

    private Page send(String... fields) {
        return town.stranger().fill(report, report, fields);
    }

    private Page look(String at, String code) {
        return town.stranger().fill(at, at, "code", code);
    }

    private static String errorOf(Page page) {
        var matcher = Pattern.compile("(?s)<p class=\"error\" id=\"code-error\">(.*?)</p>").matcher(page.body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    static String digits(Page page) {
        var matcher = DIGITS.matcher(page.text());
        assertThat(matcher.find()).as(page.text()).isTrue();
        return matcher.group();
    }
}
