package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.kernel.Work;
import org.haki.questions.Manner;
import org.haki.questions.QuestionItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A section of a sheet at the front door: filled, refused with what was typed kept, merged, read with its history. */
@HakiTest
class SheetTest {

    private static final Pattern ROW = Pattern.compile("name=\"r/child\" value=\"(\\w+)\"");

    @Autowired ApplicationContext haki;
    @Autowired JdbcClient jdbc;
    @Autowired Work work;

    Town town;
    CaseFile file;
    String visit;
    Visitor wanjiru;

    @BeforeEach
    void aCase() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).withSheet().open();
        visit = file.path() + "/sheet/visit";
        wanjiru = town.wanjiru.signedIn();
    }

    private static String rowOf(Page page) {
        var row = ROW.matcher(page.body());
        assertThat(row.find()).as(page.text()).isTrue();
        return row.group(1);
    }

    private Page save(Visitor visitor, String... answers) {
        return save(visitor.get(visit), answers);
    }

    private Page save(Page page, String... answers) {
        var row = ROW.matcher(page.body());
        var prefix = row.find() ? row.group(1) : "none";
        return page.form(visit).send(Arrays.stream(answers).map(one -> one.replace("child[]", "child[" + prefix + "]")).toArray(String[]::new));
    }

    @Test
    void who_may_not_read_the_case_finds_no_sheet() {
        for (var stranger : List.of(town.mateo, town.sushila, town.prem)) {
            assertThat(stranger.signedIn().get(visit).status()).isEqualTo(404);
            assertThat(stranger.signedIn().get(visit + "/history").status()).isEqualTo(404);
        }
        assertThat(town.fatou.signedIn().get(visit).status()).isEqualTo(403);
        assertThat(wanjiru.get(file.path() + "/sheet/nowhere").status()).isEqualTo(404);
        assertThat(wanjiru.get(file.path() + "/sheet/danger").status()).as("not asked yet").isEqualTo(404);
        assertThat(wanjiru.get(visit + "/history").status()).as("nothing was answered").isEqualTo(404);
    }

    @Test
    void a_section_is_filled_saved_and_read_again() {
        var saved = save(wanjiru, "a/safe", "yes", "a/seen_on", "\u09e7 3 2026", "a/town", "rb", "a/needs", "food", "a/needs", "roof",
                "a/child[]/name", "Mina", "a/child[]/age", "\u0967\u0968", "a/who", "Uncle Biru", "a/words", "He came back.");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(saved.location()).startsWith(file.path() + "?done=saved#sheet");
        var form = wanjiru.get(visit).form(visit);
        assertThat(form.value("a/seen_on")).isEqualTo("2026-03-01");
        assertThat(form.value("a/who")).isEqualTo("Uncle Biru");
        assertThat(form.value("base")).isEqualTo("1");
        assertThat(wanjiru.get(visit).body()).contains("value=\"12\"").contains("Children in all").contains("value=\"Mina\"");
        assertThat(wanjiru.get(file.path()).text()).contains("The visit").contains("Answered").contains("Wanjiru Otieno");
    }

    @Test
    void what_was_typed_comes_back_as_it_was_typed_until_it_is_saved() {
        var page = save(wanjiru, "a/safe", "", "a/seen_on", "1 3 2026", "a/child[]/name", "Mina", "a/child[]/age", "\u0967\u0968");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.form(visit).value("a/seen_on")).isEqualTo("1 3 2026");
        assertThat(page.body()).contains("value=\"\u0967\u0968\"");
        var saved = page.form(visit).send("a/safe", "yes");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(wanjiru.get(visit).form(visit).value("a/seen_on")).isEqualTo("2026-03-01");
    }

    @Test
    void a_question_with_a_hint_of_its_own_still_says_how_a_day_is_written() {
        assertThat(wanjiru.get(visit).text()).contains("A day, such as 24 11 2026.");
        assertThat(hinted("On the paper").hint("A day.")).isEqualTo("On the paper. A day.");
        assertThat(hinted("On the paper?").hint("A day.")).isEqualTo("On the paper? A day.");
        assertThat(hinted(null).hint("A day.")).isEqualTo("A day.");
    }

    private static QuestionItem hinted(String hint) {
        return new QuestionItem(QuestionItem.Look.DATE, "date", "day", null, "Day", hint, false, "", "", List.of(), List.of(), null, null, List.of(), Manner.PLAIN);
    }

    @Test
    void everything_that_is_wrong_is_said_and_what_was_typed_is_kept() {
        var page = save(wanjiru, "a/safe", "", "a/seen_on", "31 2 2026", "a/town", "zz", "a/child[]/age", "twelve", "a/words", "He came back.");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("This needs an answer.").contains("Write a whole day that there is").contains("Choose one of the answers that are offered now.")
                .contains("Write a whole number");
        assertThat(page.body()).contains("value=\"31 2 2026\"").contains("value=\"twelve\"").contains("He came back.");
        assertThat(wanjiru.get(visit).form(visit).value("base")).isEqualTo("0");
        assertThat(save(wanjiru, "a/safe", "yes", "a/seen_on", "1 1 2090").text()).contains("This day lies in the future.");
        assertThat(save(wanjiru, "a/safe", "yes", "a/needs", "food", "a/needs", "none").text()).contains("Nothing stands alone.");
        assertThat(save(wanjiru, "a/safe", "yes", "a/village", "v2", "a/town", "rb").text()).contains("offered now");
    }

    @Test
    void what_follows_is_asked_at_once_and_nothing_is_saved_by_it() {
        var before = wanjiru.get(visit);
        assertThat(before.text()).doesNotContain("Why not?").doesNotContain("Willow");
        var fields = new ArrayList<>(List.of("HX", "1"));
        before.form(visit).with("a/safe", "no", "a/town", "rb").forEach(field -> fields.addAll(List.of(field.getKey(), field.getValue())));
        var after = wanjiru.post(visit + "/questions", fields.toArray(String[]::new));
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.text()).contains("Why not?").contains("Willow").doesNotContain("Stony");
        assertThat(wanjiru.get(visit).form(visit).value("base")).isEqualTo("0");
    }

    @Test
    void rows_are_added_and_taken_away_without_script() {
        var page = wanjiru.get(visit);
        var first = rowOf(page);
        var fields = new ArrayList<>(List.of("add", "child"));
        page.form(visit).with("a/child[" + first + "]/name", "Mina").forEach(field -> fields.addAll(List.of(field.getKey(), field.getValue())));
        var two = wanjiru.post(visit + "/questions", fields.toArray(String[]::new));
        assertThat(ROW.matcher(two.body()).results().count()).isEqualTo(2);
        assertThat(two.body()).contains("value=\"Mina\"");
        var less = new ArrayList<>(List.of("remove", "child[" + first + "]"));
        two.form(visit).with().forEach(field -> less.addAll(List.of(field.getKey(), field.getValue())));
        var one = wanjiru.post(visit + "/questions", less.toArray(String[]::new));
        assertThat(ROW.matcher(one.body()).results().count()).isEqualTo(1);
        assertThat(one.body()).doesNotContain("value=\"Mina\"");
    }

    @Test
    void an_empty_row_is_nobody() {
        assertThat(save(wanjiru, "a/safe", "yes").status()).isEqualTo(303);
        assertThat(ROW.matcher(wanjiru.get(visit).body()).find()).isFalse();
        assertThat(wanjiru.get(visit).text()).contains("None yet.");
    }

    @Test
    void what_is_no_longer_asked_is_left_out_only_when_that_was_said() {
        assertThat(save(wanjiru, "a/safe", "no", "a/why", "the door").status()).isEqualTo(303);
        var page = save(wanjiru, "a/safe", "yes");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("is no longer asked").contains("the door");
        assertThat(page.form(visit).send().status()).isEqualTo(303);
        assertThat(wanjiru.get(visit).form(visit).value("a/why")).isNull();
        assertThat(wanjiru.get(visit + "/history").text()).contains("the door").contains("Taken back");
    }

    @Test
    void a_section_whose_time_has_not_come_refuses_and_comes_when_it_has() {
        assertThat(save(wanjiru, "a/safe", "no", "a/why", "the door").status()).isEqualTo(303);
        var danger = file.path() + "/sheet/danger";
        var page = wanjiru.get(danger);
        assertThat(page.text()).as("it reads the other section").contains("Why she is not safe").contains("the door");
        assertThat(save(wanjiru, "a/safe", "yes", "d", "why").status()).isEqualTo(303);
        assertThat(page.form(danger).send("a/plan", "Sleep next door").status()).isEqualTo(409);
    }

    @Test
    void nothing_is_saved_in_a_case_that_is_not_open_and_what_was_typed_is_there() {
        var page = wanjiru.get(visit);
        close();
        var answer = save(page, "a/safe", "yes", "a/words", "He came back.");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("He came back.");
        assertThat(wanjiru.get(visit).hasForm(visit)).isFalse();
    }

    private void close() {
        asHaki("update haki.case_file set status = 'closing', closing_at = now() where id = :id");
    }

    private void asHaki(String sql) {
        var system = town.riverbendSystem();
        work.as(system, "case.archive", () -> jdbc.sql(sql).param("id", file.id()).update());
    }
}
