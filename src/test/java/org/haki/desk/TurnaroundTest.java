package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The sheet that somebody takes along on her next round, at the front door: without names, and typed in again in its order. */
@HakiTest
class TurnaroundTest {

    private static final Pattern STEP = Pattern.compile("name=\"result-([0-9a-f-]{36})\"");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private CaseFile file;

    @BeforeEach
    void a_case_with_a_next_step() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).of("Hodan Warsame").open();
    }

    @Test
    void who_does_no_work_in_cases_has_no_round_and_nobody_takes_along_a_case_that_she_does_not_see() {
        for (var person : List.of(town.fatou, town.tomasz, town.ines)) {
            var visitor = person.signedIn();
            assertThat(visitor.get("/turnaround").status()).as(person.signInName()).isEqualTo(403);
            assertThat(visitor.get("/turnaround/sheet").status()).as(person.signInName()).isEqualTo(403);
            assertThat(visitor.get("/me").form("/me").to("/turnaround").send().status()).as(person.signInName()).isEqualTo(403);
        }
        for (var person : List.of(town.mateo, town.sushila)) {
            assertThat(person.signedIn().get("/turnaround/sheet?owner=everyone&names=yes").text()).as(person.signInName())
                    .doesNotContain(Code.shown(file.code()), "Hodan");
        }
    }

    @Test
    void a_line_for_each_case_holds_no_name_unless_that_was_chosen_and_is_typed_in_in_the_same_order() {
        var wanjiru = town.wanjiru.signedIn();
        assertThat(wanjiru.get("/turnaround/sheet").text()).contains("1. " + Code.shown(file.code()), "Wanjiru Otieno", "What came of it").doesNotContain("Hodan");
        assertThat(wanjiru.get("/turnaround/sheet?names=yes").text()).contains("Hodan Warsame");
        var page = wanjiru.get("/turnaround");
        assertThat(page.text()).contains("1. " + Code.shown(file.code())).doesNotContain("Hodan");
        var found = STEP.matcher(page.body());
        assertThat(found.find()).isTrue();
        var step = found.group(1);
        var form = page.forms().stream().filter(one -> one.action().equals("/turnaround") && one.value("_csrf") != null).findFirst().orElseThrow();
        var wrong = form.send("note-" + step, "She was not at home.");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Choose what came of it");
        var result = page.body().replaceAll("(?s).*<select[^>]*name=\"result-" + step + "\"[^>]*>.*?<option value=\"([a-z_]+)\".*", "$1");
        var saved = form.send("result-" + step, result, "note-" + step, "She got the paper.");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        assertThat(wanjiru.get(file.path()).text()).contains("She got the paper.");
    }
}
