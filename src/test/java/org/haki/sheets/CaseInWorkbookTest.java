package org.haki.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.SheetType;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFiles;
import org.haki.cases.Decision;
import org.haki.cases.StartCase;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A workbook looks at the case around it, {@code instance('case')}: its age, its day, its stage, and what other sections answer. */
@HakiTest
class CaseInWorkbookTest {

    @Autowired ApplicationContext haki;

    Town town;
    Visitor wanjiru;
    String path;
    String danger;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), SheetType.KEY, Op.own());
        wanjiru = town.wanjiru.signedIn();
    }

    /** A case that came in three days ago, of somebody born then; she is not safe, so that the second section is asked. */
    private Page open(LocalDate born) {
        var leila = town.leila.actor();
        var her = new Identity("Mira Lama", List.of(), List.of(), born == null ? null : PartialDate.of(born), "female", "unknown", "", SafeContact.UNKNOWN, "");
        var file = haki.getBean(Work.class).as(leila, "case.open", () -> haki.getBean(CaseFiles.class).start(leila, new StartCase(
                Code.next(), town.mainDesk.id(), SheetType.KEY, haki.getBean(Persons.class).register(leila, her, town.mainDesk.id(), false), Map.of(),
                town.wanjiru.id(), Set.of(), false, "normal", "phone", Instant.now().minusSeconds(3 * 86_400), "", List.of(Decision.notYetAsked("services", "en")))));
        path = file.path();
        danger = path + "/sheet/danger";
        var visit = path + "/sheet/visit";
        var saved = wanjiru.get(visit).form(visit).send("a/safe", "no", "a/why", "He waits.", "a/town", "rb", "r/child", "k1", "r/child", "k2",
                "a/child[k1]/name", "Mina", "a/child[k1]/age", "4", "a/child[k2]/name", "Ram", "a/child[k2]/age", "9");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        return wanjiru.get(danger);
    }

    private String shown(Page page, String question) {
        return page.form(danger).value("a/" + question);
    }

    @Test
    void what_other_sections_answer_is_reckoned_with_also_below_a_condition() {
        var page = open(null);
        assertThat(shown(page, "seen")).isEqualTo("He waits.");
        assertThat(shown(page, "young")).as("children under six").isEqualTo("1");
    }

    @Test
    void a_question_for_children_is_asked_of_a_child_and_neither_of_a_woman_nor_where_no_age_is_known() {
        var ten = open(Town.today().minusYears(10).minusDays(1));
        assertThat(ten.text()).contains("Which school?");
        assertThat(shown(ten, "years")).isEqualTo("10");
        var thirty = open(Town.today().minusYears(30).minusDays(1));
        assertThat(thirty.text()).doesNotContain("Which school?");
        assertThat(shown(thirty, "years")).isEqualTo("30");
        var unknown = open(null);
        assertThat(unknown.text()).as("not known is not under eighteen").doesNotContain("Which school?");
        assertThat(shown(unknown, "years")).isNull();
    }

    @Test
    void a_day_is_held_against_the_day_on_which_the_report_came() {
        var page = open(null);
        var early = page.form(danger).send("a/plan", "Call.", "a/told_on", Town.today().minusDays(9).toString());
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text()).contains("This is before the report.");
        assertThat(early.form(danger).send("a/told_on", Town.today().minusDays(1).toString()).status()).isEqualTo(303);
    }

    @Test
    void an_answer_is_held_against_that_of_another_section() {
        var page = open(null);
        var same = page.form(danger).send("a/plan", "Go away.", "a/flees", "rb");
        assertThat(same.status()).isEqualTo(422);
        assertThat(same.text()).contains("That is where she lives.");
        assertThat(same.form(danger).send("a/flees", "hc").status()).isEqualTo(303);
    }

    @Test
    void a_question_of_a_later_stage_is_asked_when_the_case_gets_there() {
        assertThat(open(null).text()).doesNotContain("Where does she stay?");
        assertThat(wanjiru.fill(path + "/stage", path + "/stage", "stage", "stay").status()).isEqualTo(303);
        assertThat(wanjiru.get(danger).text()).contains("Where does she stay?");
    }

    @Test
    void what_another_section_says_now_counts_while_one_types_and_when_one_saves() {
        var page = open(null);
        var visit = path + "/sheet/visit";
        assertThat(wanjiru.get(visit).form(visit).send("a/why", "He came back.").status()).isEqualTo(303);
        var fields = page.form(danger).with("a/plan", "Call.").stream().flatMap(field -> Stream.of(field.getKey(), field.getValue())).toArray(String[]::new);
        assertThat(wanjiru.post(danger + "/questions", fields).body()).contains("He came back.");
        assertThat(page.form(danger).send("a/plan", "Call.").status()).isEqualTo(303);
        assertThat(shown(wanjiru.get(danger), "seen")).isEqualTo("He came back.");
    }
}
