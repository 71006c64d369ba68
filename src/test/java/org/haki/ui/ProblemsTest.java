package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.haki.Visitor;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = UiAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"haki.data=target/test-haki", "haki.strict=true"})
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Words words;

    private Visitor wanjiru;
    private Visitor stranger;

    @BeforeEach
    void somebodyComes() {
        wanjiru = UiAlone.visitor(port, "wanjiru");
        stranger = UiAlone.visitor(port, null);
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void every_refusal_has_its_status_and_its_sentences_in_both_languages(Problem.Kind kind) {
        var answer = wanjiru.get("/door/refuses/" + kind);
        assertThat(answer.status()).isEqualTo(kind.status());
        assertThat(answer.body()).contains(words.say("en", "Problem." + kind), words.say("en", "Problem." + kind + ".text"));
        assertThat(stranger.get("/door/refuses/" + kind + "?l=es").body()).contains(words.say("es", "Problem." + kind));
    }

    @Test
    void an_address_that_never_was_answers_as_what_is_not_for_you_byte_for_byte() {
        var never = wanjiru.get("/door/that/never/was");
        var notForYou = wanjiru.get("/door/refuses/NOT_FOUND");
        assertThat(never.status()).isEqualTo(404);
        assertThat(never.body()).isEqualTo(notForYou.body());
        for (var header : new String[] {"Content-Length", "Content-Type", "Cache-Control", "Vary", "Set-Cookie", "Retry-After"}) {
            assertThat(never.headers(header)).as(header).isEqualTo(notForYou.headers(header));
        }
    }

    @Test
    void a_fault_tells_nobody_what_it_was_about_and_the_log_only_where(CapturedOutput log) {
        var answer = wanjiru.get("/door/breaks");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains(words.say("en", "Problem.BROKEN")).doesNotContain("Asha", "SQLException", "at org.");
        assertThat(log.getAll()).contains("java.sql.SQLException 23514", "UiAlone$Door.breaks").doesNotContain("Asha");
    }

    @Test
    void a_fault_before_any_controller_is_the_same_plain_page(CapturedOutput log) {
        var answer = stranger.get("/filter-breaks");
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).contains(words.say("en", "Problem.BROKEN"));
        assertThat(answer.header("Content-Security-Policy")).isNotNull();
        assertThat(log.getAll()).contains("java.lang.IllegalStateException").doesNotContain("Asha");
    }

    @Test
    void a_database_that_is_away_answers_503_and_says_when_to_come_back(CapturedOutput log) {
        var answer = wanjiru.get("/door/database-away");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(log.getAll()).doesNotContain("Asha");
    }

    @Test
    void F22_a_form_larger_than_any_account_answers_413() {
        assertThat(wanjiru.post("/door/said", "words", "a".repeat(9_000_000), "hours", "7").status()).isEqualTo(413);
    }

    @Test
    void a_form_without_a_readable_op_is_none_of_ours() {
        assertThat(wanjiru.post("/door/op", "words", "hello").status()).isEqualTo(400);
        assertThat(wanjiru.post("/door/op", "op", "1 or 1=1").status()).isEqualTo(400);
        assertThat(wanjiru.post("/door/op", "op", UUID.randomUUID().toString(), "base", "much").status()).isEqualTo(400);
    }

    @Test
    void a_wrong_method_answers_405_with_the_right_one() {
        var answer = wanjiru.get("/door/said");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    @Test
    void what_was_sent_before_with_other_words_can_be_saved_too() {
        var op = UUID.randomUUID().toString();
        var page = wanjiru.post("/door/refuses/SENT_BEFORE", "op", op, "base", "3", "words", "two\nlines", "hours", "7", "hours", "10");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("action=\"/door/refuses/SENT_BEFORE\"", "two\nlines</textarea>", "name=\"hours\">\n7<", "name=\"hours\">\n10<")
                .contains("name=\"base\">\n3<", "name=\"op\"", "value=\"the-token\"")
                .doesNotContain(op);
    }

    @Test
    void what_is_stale_is_shown_to_copy_and_cannot_be_sent_over_the_other() {
        var page = wanjiru.post("/door/refuses/STALE", "op", UUID.randomUUID().toString(), "_page", "/cases/K7", "words", "my <b> words").body();
        assertThat(page).contains("my &lt;b&gt; words</textarea>", "readonly", "href=\"/cases/K7\"").doesNotContain("<form", "the-token");
    }

    @Test
    void the_way_back_never_leads_elsewhere() {
        for (var elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"}) {
            var page = wanjiru.post("/door/refuses/STALE", "op", UUID.randomUUID().toString(), "_page", elsewhere).body();
            assertThat(page).contains("href=\"/door/refuses/STALE\"").doesNotContain("evil", "alert(1)\"");
        }
    }

    @Test
    void a_stranger_is_refused_on_a_neutral_page_that_can_be_left_quickly() {
        var page = stranger.get("/door/refuses/UNAVAILABLE").body();
        assertThat(page).contains("<title>Notes</title>", "id=\"leave\"").doesNotContain("Haki", "haki</a>");
    }

    @Test
    void every_answer_protects_itself() {
        for (var path : new String[] {"/help/keys", "/nowhere", "/door/breaks"}) {
            var page = wanjiru.get(path);
            assertThat(page.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'").contains("frame-ancestors 'none'").doesNotContain("unsafe");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.headers("Cache-Control")).containsExactly("no-store");
            assertThat(page.header("X-Request-Id")).isNotNull();
        }
    }
}
