package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.Visitor;
import org.haki.forms.Node;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.PartialDate;
import org.haki.people.Identity;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long a case is kept where the client chooses, at the front door. */
@HakiTest
class RetentionChoiceTest extends CaseTest {

    private static final Node AGREED = Node.of("consent", List.of(Node.of("consent_services", "given"), Node.of("contact", "brief")));

    @Autowired TypedAnswers answers;
    @Autowired PurgeRepository purges;

    Visitor door;

    @BeforeEach
    void a_case_whose_type_lets_her_choose() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "gbv", Op.own());
        file = new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "normal", true, "given", "gbv").open();
        settleSteps(file);
        door = town.wanjiru.signedIn();
    }

    @Test
    void P40_nobody_chooses_for_her() {
        var form = door.get(file.path() + "/closing").form(file.path() + "/closing");
        assertThat(form.value("keptYears")).isNull();
        assertThat(close("").status()).isEqualTo(422);
        assertThat(close("2").text()).contains("Choose how long it is kept");
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void P40_the_years_are_those_that_she_chose_and_go_when_it_opens_again() {
        assertThat(close("3").status()).isEqualTo(303);
        assertThat(due()).as("not before it is closed").isNull();
        check();
        assertThat(due()).isEqualTo(closedOn().plusYears(3));
        assertThat(door.get(file.path()).text()).contains("Kept after closing 3 years").contains("Kept until");
        assertThat(town.wanjiru.signedIn().get(file.path() + "/history").text()).contains("Kept after closing 3 years");
        asHaki("update haki.case_file set status = 'archived', archived_at = closed_at, purge_due = current_date - 1 where id = :id", file);
        assertThat(town.leila.signedIn().get("/retention").text()).contains(Code.shown(file.code())).contains("3 years, as said when it closed");
        closings.reopen(leila, file.code(), "came_back", op());
        assertThat(due()).isNull();
        assertThat(door.get(file.path()).text()).doesNotContain("Kept until");
    }

    @Test
    void P40_where_the_type_asks_for_longer_that_is_said_and_holds() {
        answers.put(file, AGREED, Node.of("legal", List.of(Node.of("wants_legal_action", "yes"))));
        var closing = door.get(file.path() + "/closing");
        assertThat(closing.text()).contains("it is kept for 7 years after closing; there is nothing to choose").doesNotContain("How long may we keep");
        assertThat(closing.form(file.path() + "/closing").value("keptYears")).isEqualTo("7");
        assertThat(close("1").status()).as("fewer years than it is kept").isEqualTo(422);
        assertThat(close("7").status()).isEqualTo(303);
        check();
        assertThat(due()).isEqualTo(closedOn().plusYears(7));
    }

    @Test
    void P40_fewer_years_than_the_type_asks_for_are_not_offered() {
        var retention = new TypeEnding.Retention(List.of(2, 5, 10), "true()", 7);
        assertThat(retention.choices(7)).containsExactly(7, 10);
        assertThat(retention.choices(10)).containsExactly(10);
        assertThat(retention.choices(0)).containsExactly(2, 5, 10);
    }

    @Test
    void P41_a_childs_choice_runs_from_the_day_she_comes_of_age() {
        var born = Town.today().minusYears(10);
        var her = new Identity("Mira Lama", List.of(), List.of(), PartialDate.of(born), "female", "child", "", SafeContact.UNKNOWN, "");
        file = work.as(leila, "case.open", () -> cases.start(leila, new StartCase(
                Code.next(), town.mainDesk.id(), "gbv", persons.register(leila, her, town.mainDesk.id(), true), Map.of(), wanjiru.person(),
                Set.of(), true, "normal", "phone", java.time.Instant.now().minusSeconds(60), "", List.of(Decision.notYetAsked("services", "en")))));
        settleSteps(file);
        close("1");
        check();
        assertThat(due()).isEqualTo(born.plusYears(18 + 1));
    }

    @Test
    void P41_a_brief_exit_asks_her_too_on_the_same_page_and_nobody_chooses_for_her() {
        var exit = file.path() + "/brief-exit";
        assertThat(door.get(exit).text()).contains("How long may we keep").doesNotContain("Kept after closing");
        assertThat(door.get(exit).form(exit).value("keptYears")).isNull();
        assertThat(door.fill(exit, exit, "toldReturn", "yes", "verifier", amina.person().toString()).status()).isEqualTo(422);
        assertThat(now().status()).isEqualTo(CaseStatus.OPEN);
        assertThat(door.fill(exit, exit, "toldReturn", "yes", "verifier", amina.person().toString(), "keptYears", "3").status()).isEqualTo(303);
        check();
        assertThat(due()).isEqualTo(closedOn().plusYears(3));
    }

    @Test
    void P41_where_the_type_asks_for_longer_a_brief_exit_says_so_and_asks_nothing() {
        answers.put(file, AGREED, Node.of("legal", List.of(Node.of("wants_legal_action", "yes"))));
        var exit = file.path() + "/brief-exit";
        assertThat(door.get(exit).text()).contains("it is kept for 7 years after closing; there is nothing to choose");
        assertThat(door.fill(exit, exit, "toldReturn", "yes", "verifier", amina.person().toString(), "keptYears", "1").status()).isEqualTo(422);
        assertThat(door.fill(exit, exit, "toldReturn", "yes", "verifier", amina.person().toString()).status()).isEqualTo(303);
        check();
        assertThat(due()).isEqualTo(closedOn().plusYears(7));
    }

    private Page close(String years) {
        var closing = file.path() + "/closing";
        return door.fill(closing, closing, "outcome", "goals_met", "reason", "completed", "serviceLevel", "listening", "toldReturn", "yes",
                "verifier", amina.person().toString(), "keptYears", years);
    }

    private void check() {
        verifications.verify(amina, file.code(), said("confirmed"), op());
    }

    private LocalDate closedOn() {
        return LocalDate.ofInstant(now().closedAt(), leila.zone());
    }

    private LocalDate due() {
        return work.as(leila, "case.purge", () -> purges.due(file.id())).orElse(null);
    }
}
