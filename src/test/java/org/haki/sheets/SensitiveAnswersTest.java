package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the mark {@code haki::sensitive} does: an answer stays covered until somebody opens it, and whoever does leaves a trace. */
@HakiTest
class SensitiveAnswersTest {

    private static final String ILL = "She has a cough.";
    private static final String AFRAID = "Dogs.";
    private static final Pattern ROW = Pattern.compile("name=\"r/child\" value=\"(\\w+)\"");

    @Autowired ApplicationContext haki;
    @Autowired JdbcClient jdbc;
    @Autowired Work work;

    Town town;
    CaseFile file;
    String visit;
    String fear;
    Visitor wanjiru;

    @BeforeEach
    void two_sensitive_answers() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).withSheet().open();
        visit = file.path() + "/sheet/visit";
        wanjiru = town.wanjiru.signedIn();
        var page = wanjiru.get(visit);
        var row = ROW.matcher(page.body());
        assertThat(row.find()).isTrue();
        var child = "child[" + row.group(1) + "]/";
        fear = child + "fear";
        var saved = page.form(visit).send("a/safe", "yes", "a/illness", ILL, "a/" + child + "name", "Mina", "a/" + fear, AFRAID);
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    }

    private Page press(Page page, String action, String place) {
        var fields = new ArrayList<>(List.of("show", place));
        page.form(action.equals(visit + "/uncovering") && page.hasForm(visit) ? visit : action).with().forEach(field -> fields.addAll(List.of(field.getKey(), field.getValue())));
        return wanjiru.post(action, fields.toArray(String[]::new));
    }

    private static Page shows(Visitor visitor, String action) {
        var csrf = visitor.get("/me").forms().getFirst().value("_csrf");
        return visitor.post(action, "_csrf", csrf, "op", UUID.randomUUID().toString(), "base", "1", "show", "illness");
    }

    private long looked(String place) {
        return work.as(town.leila.actor(), "audit.see", () -> jdbc.sql("""
                        select count(*) from haki.audit_entry
                        where act = 'sheet.uncovered' and object_id = :case and details like :place
                        """)
                .param("case", file.id())
                .param("place", "visit/" + place + "%")
                .query(Long.class)
                .single());
    }

    @Test
    void who_may_not_read_the_case_opens_nothing_and_learns_nothing() {
        var code = visit + "/uncovering";
        for (var stranger : List.of(town.mateo, town.sushila, town.prem)) {
            var door = stranger.signedIn();
            assertThat(shows(door, code).status()).isEqualTo(404);
            assertThat(shows(door, visit + "/history/uncovering").status()).isEqualTo(404);
        }
        assertThat(shows(town.fatou.signedIn(), code).status()).isEqualTo(403);
        assertThat(looked("illness")).isZero();
    }

    @Test
    void no_page_carries_a_sensitive_answer_before_it_is_opened() {
        for (var path : List.of(visit, visit + "/history", file.path(), file.path() + "/history", "/cases")) {
            assertThat(wanjiru.get(path).body()).as(path).doesNotContain(ILL).doesNotContain(AFRAID);
        }
        assertThat(wanjiru.get(visit).text()).contains("Is she ill?").contains("Covered");
        assertThat(wanjiru.get(visit).body()).contains("Mina");
        assertThat(looked("")).isZero();
    }

    @Test
    void opening_one_shows_it_alone_keeps_what_was_typed_and_stays_in_the_trail() {
        var page = wanjiru.get(visit);
        var fields = new ArrayList<>(List.of("show", "illness"));
        page.form(visit).with("a/words", "Just typed.").forEach(field -> fields.addAll(List.of(field.getKey(), field.getValue())));
        var opened = wanjiru.post(visit + "/uncovering", fields.toArray(String[]::new));
        assertThat(opened.body()).contains(ILL).contains("Just typed.").doesNotContain(AFRAID);
        assertThat(looked("illness")).isEqualTo(1);
        assertThat(looked("child/fear")).isZero();
        assertThat(wanjiru.get(visit).body()).as("on that page alone").doesNotContain(ILL);
    }

    @Test
    void what_stayed_covered_is_saved_as_it_was_and_what_was_opened_can_be_changed() {
        assertThat(wanjiru.get(visit).form(visit).send("a/words", "Something else.").status()).isEqualTo(303);
        var opened = press(wanjiru.get(visit), visit + "/uncovering", "illness");
        assertThat(opened.form(visit).value("a/illness")).isEqualTo(ILL);
        assertThat(opened.form(visit).send("a/illness", "She is well.").status()).isEqualTo(303);
        assertThat(press(wanjiru.get(visit), visit + "/uncovering", "illness").form(visit).value("a/illness")).isEqualTo("She is well.");
        assertThat(press(wanjiru.get(visit), visit + "/uncovering", fear).form(visit).value("a/" + fear)).isEqualTo(AFRAID);
    }

    @Test
    void a_page_that_comes_back_covers_what_was_covered_and_shows_what_she_typed_herself() {
        var opened = press(wanjiru.get(visit), visit + "/uncovering", "illness");
        var again = opened.form(visit).send("a/illness", "She limps.", "a/seen_on", "31 2 2026");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("She limps.").doesNotContain(AFRAID);
        assertThat(again.form(visit).send("a/seen_on", "1 3 2026").status()).isEqualTo(303);
        assertThat(press(wanjiru.get(visit), visit + "/uncovering", fear).body()).contains(AFRAID);
    }

    @Test
    void what_somebody_else_answered_meanwhile_does_not_come_open_with_a_clash() {
        var mine = wanjiru.get(visit);
        var leila = town.leila.signedIn();
        var fields = new ArrayList<>(List.of("show", "illness"));
        leila.get(visit).form(visit).with().forEach(field -> fields.addAll(List.of(field.getKey(), field.getValue())));
        var theirs = leila.post(visit + "/uncovering", fields.toArray(String[]::new));
        assertThat(theirs.form(visit).send("a/illness", "It is her lungs.", "a/words", "Leila's.").status()).isEqualTo(303);
        var clash = mine.form(visit).send("a/words", "Wanjiru's.");
        assertThat(clash.status()).isEqualTo(409);
        assertThat(clash.text()).contains("Leila's.").doesNotContain("It is her lungs.").doesNotContain(ILL);
        assertThat(clash.form(visit).send("c/words", "mine").status()).isEqualTo(303);
        assertThat(press(wanjiru.get(visit), visit + "/uncovering", "illness").body()).as("the newer one stands").contains("It is her lungs.");
    }

    @Test
    void the_history_opens_one_question_at_a_time_and_says_so_in_the_trail() {
        var history = wanjiru.get(visit + "/history");
        var opened = press(history, visit + "/history/uncovering", "illness");
        assertThat(opened.body()).contains(ILL).doesNotContain(AFRAID);
        assertThat(looked("illness")).isEqualTo(1);
    }

    @Test
    void who_only_reads_opens_it_too_and_paper_gets_it_only_when_that_is_chosen() {
        var opened = press(wanjiru.get(visit), visit + "/uncovering", "illness");
        assertThat(opened.body()).contains("class=\"sensitive\"").contains("id=\"print-too\"");
        assertThat(opened.text()).contains("Sensitive answers are not on this print.");
        var css = wanjiru.get(opened.body().replaceAll("(?s).*?href=\"([^\"]*haki[^\"]*\\.css)\".*", "$1"));
        assertThat(css.body()).contains(".print-too:not(:checked) ~ * .sensitive { display: none; }");
    }

    @Test
    void the_next_of_a_household_does_not_bring_it_along() {
        var next = file.path() + "/next";
        var opened = wanjiru.get(next).form(next).send("name", "Ram Thapa", "ageGroup", "adult", "narrative", "Her brother.", "urgency", "normal", "channel", "walk_in",
                "services", "given", "reporting", "given", "method", "signature");
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        var other = opened.location().replaceFirst("^(/cases/[0-9A-Z]+).*", "$1") + "/sheet/visit";
        var page = wanjiru.get(other);
        assertThat(page.body()).contains("Mina").doesNotContain("Covered");
        assertThat(page.form(other).value("a/illness")).isEmpty();
        assertThat(page.form(other).value("a/" + fear)).isEmpty();
    }

    @Test
    void it_is_kept_out_of_what_stands_in_clear() {
        var clear = work.as(town.leila.actor(), "case.read", () -> jdbc.sql("select coded::text from haki.answers where case_id = :case")
                .param("case", file.id())
                .query(String.class)
                .list());
        assertThat(clear).isNotEmpty().allSatisfy(coded -> assertThat(coded).contains("safe").doesNotContain("illness"));
    }
}
