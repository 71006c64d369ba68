package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The short way out of a case, at the front door. */
@HakiTest
class BriefExitTest {

    private static final Pattern HARD = Pattern.compile("<p class=\"field small\"><a href=\"([^\"]+)\"");

    @Autowired ApplicationContext haki;
    @Autowired CaseFiles cases;

    Town town;
    Town.Person amina;
    Visitor wanjiru;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id()));
        for (var type : List.of("general", "gbv", "housing")) {
            haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), type, Op.own());
        }
        wanjiru = town.wanjiru.signedIn();
    }

    @Test
    void who_may_not_propose_closing_leaves_no_case_briefly() {
        var exit = open("housing").path() + "/brief-exit";
        for (var stranger : List.of(town.mateo, town.sushila, town.prem)) {
            assertThat(stranger.signedIn().get(exit).status()).isEqualTo(404);
        }
        assertThat(town.fatou.signedIn().get(exit).status()).isEqualTo(403);
    }

    @Test
    void a_type_that_has_no_brief_exit_has_no_such_page() {
        var general = open("general");
        assertThat(wanjiru.get(general.path()).body()).doesNotContain("/brief-exit");
        assertThat(wanjiru.get(general.path() + "/brief-exit").status()).isEqualTo(404);
    }

    @Test
    void a_hard_step_is_settled_before() {
        var file = open("gbv");
        var exit = file.path() + "/brief-exit";
        assertThat(wanjiru.get(exit).text()).contains("One date set from outside is still open");
        assertThat(wanjiru.get(exit).hasForm(exit)).isFalse();
        var forged = wanjiru.get(file.path() + "/closing");
        assertThat(forged.hasForm(file.path() + "/closing")).isFalse();
        assertThat(status(file)).isEqualTo(CaseStatus.OPEN);
        settle(file);
        assertThat(wanjiru.get(exit).hasForm(exit)).isTrue();
    }

    @Test
    void all_answers_are_needed_and_nobody_checks_her_own() {
        var file = open("housing");
        var empty = leave(file);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("3 answers need another look").contains("Choose how long it is kept");
        assertThat(leave(file, "toldReturn", "yes", "verifier", amina.id().toString(), "keptYears", "2").status()).as("not one of the choices").isEqualTo(422);
        assertThat(leave(file, "toldReturn", "yes", "verifier", town.wanjiru.id().toString()).status()).isEqualTo(422);
        assertThat(status(file)).isEqualTo(CaseStatus.OPEN);
    }

    @Test
    void it_closes_without_the_checks_of_the_type_and_what_is_planned_ends_with_it() {
        var file = open("housing");
        assertThat(wanjiru.get(file.path() + "/closing").text()).contains("The agreement has no date yet.");
        assertThat(wanjiru.get(file.path()).body()).contains(file.path() + "/brief-exit").contains("Only a short talk");
        var form = wanjiru.get(file.path() + "/brief-exit").form(file.path() + "/brief-exit");
        var left = form.send("toldReturn", "yes", "verifier", amina.id().toString(), "keptYears", "3");
        assertThat(left.status()).as(left.text()).isEqualTo(303);
        assertThat(form.send("toldReturn", "yes", "verifier", amina.id().toString(), "keptYears", "3").location()).as("sent twice").isEqualTo(left.location());
        var page = left.next();
        assertThat(status(file)).isEqualTo(CaseStatus.CLOSING);
        assertThat(page.text()).contains("Ask how it goes not needed").contains("First talk not needed").contains("proposed closing: Had to leave");
        assertThat(Everything.in(haki).facts("closing_proposed", town.riverbend)).singleElement().satisfies(fact -> assertThat(fact)
                .containsAllEntriesOf(Map.of("outcome", "left", "reason", "completed", "service", "information", "case_type", "housing")));
    }

    @Test
    void a_restricted_one_is_checked_by_somebody_else_before_it_is_closed() {
        var file = open("gbv");
        settle(file);
        assertThat(leave(file, "toldReturn", "yes", "verifier", amina.id().toString(), "keptYears", "1").status()).isEqualTo(303);
        assertThat(status(file)).isEqualTo(CaseStatus.CLOSING);
        assertThat(wanjiru.get(file.path() + "/verification").hasForm(file.path() + "/verification")).as("her own").isFalse();
        var aminas = amina.signedIn();
        var check = file.path() + "/verification";
        var checked = aminas.fill(check, check, "result", "confirmed", "spokenWith", "client");
        assertThat(checked.status()).as(checked.text()).isEqualTo(303);
        assertThat(status(file)).isEqualTo(CaseStatus.CLOSED);
        assertThat(Everything.in(haki).facts("case_closed", town.riverbend)).singleElement().satisfies(fact -> assertThat(fact)
                .containsAllEntriesOf(Map.of("outcome", "brief_contact", "service", "listening", "result", "confirmed", "countable", true)));
    }

    private Page leave(CaseFile file, String... answers) {
        var exit = file.path() + "/brief-exit";
        return wanjiru.fill(exit, exit, answers);
    }

    /** The one hard step, that she is safe now, is done. */
    private void settle(CaseFile file) {
        var open = file.path() + "/activities/open";
        assertThat(wanjiru.get(open).text()).contains("Check that she is safe now");
        for (var step : HARD.matcher(wanjiru.get(open).body()).results().map(found -> found.group(1)).toList()) {
            wanjiru.get(step).form(step + "/completion").send("text", "She sleeps at her aunt's.");
        }
    }

    private CaseFile open(String type) {
        return new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "normal", type.equals("gbv"), "given", type).open();
    }

    private CaseStatus status(CaseFile file) {
        return cases.open(town.wanjiru.actor(), file.code()).status();
    }
}
