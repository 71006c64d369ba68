package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.devices.PhoneInHand;
import org.haki.intake.Intakes;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A form that is a report, or advice: what is filled in waits among the reports, behind their walls, and ends with them. */
@HakiTest
class ReportFormTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Everything everything;
    private OwnForms forms;
    private Visitor wanjiru;
    private Visitor fatou;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        everything = Everything.in(haki);
        forms = new OwnForms(town.tomasz.signedIn());
        wanjiru = town.wanjiru.signedIn();
        fatou = town.fatou.signedIn();
    }

    @Test
    void P3_what_was_told_is_not_there_for_a_colleague_who_does_not_read_reports() {
        var form = forms.told("report");
        var sheet = handIn(form, "a/what", "They took her papers.");
        var amina = town.person(town.riverbend, "Amina Yusuf", "amina", Town.everywhere("caseworker")).signedIn();
        for (var path : new String[] {sheet, sheet + "/edit", sheet + "/history", sheet + "/paper"}) {
            assertThat(amina.get(path).status()).as(path).isEqualTo(404);
            assertThat(town.sushila.signedIn().get(path).status()).as("another organisation").isEqualTo(404);
        }
        assertThat(amina.get(form).text()).contains("Nothing was filled in");
        assertThat(town.mateo.signedIn().get(sheet).status()).as("another office").isEqualTo(404);
        assertThat(wanjiru.get(sheet).text()).as("she wrote it").contains("They took her papers.", "waits until whoever reads reports").doesNotContain("Accept");
        assertThat(town.leila.signedIn().get(sheet).status()).as("she reads reports").isEqualTo(200);
    }

    @Test
    void its_answers_are_the_words_of_a_report_and_agreed_names_say_how_urgent_it_is_and_of_whom() {
        var form = forms.told("report");
        handIn(form, "a/client_name", "Devi Rana", "a/age", "16", "a/what", "He waits at the door.", "a/danger", "now", "a/phone", "+254 712 345 678", "a/place", "Seti Bazaar");
        var report = report();
        assertThat(report.text()).contains("What happened?: He waits at the door.", "Is she in danger?: Now", "Devi Rana", "Under 18", "Seti Bazaar", "Wanjiru Otieno",
                "No, in danger now").doesNotContain("none that Haki knows", "Her name:", "712 345");
        assertThat(everything.mailsTo(town.fatou.signInName())).as("those on duty are told").anyMatch(mail -> mail.startsWith("intake_emergency"));
        handIn(form, "a/what", "She is not sure.", "a/danger", "perhaps");
        assertThat(fatou.get(open("She is not sure")).text()).as("noted, not refused").contains("The answer to “danger” is none that Haki knows: perhaps");
    }

    @Test
    void whoever_may_decide_opens_the_case_at_once_where_the_form_says_so_and_the_form_goes_along() {
        var form = forms.told("report", "opens", "yes");
        var sheet = handIn(form, "a/client_name", "Devi Rana", "a/what", "They took her papers.");
        var reader = town.person(town.riverbend, "Grace Auma", "grace", Town.everywhere("operator"), Town.everywhere("caseworker")).signedIn();
        assertThat(reader.get(sheet).status()).as("she reads reports").isEqualTo(200);
        var acceptance = links(wanjiru.get(sheet), "/walk-ins/[0-9A-Z]+/acceptance").getFirst();
        assertThat(town.mateo.signedIn().get(acceptance).status()).isEqualTo(404);
        assertThat(wanjiru.get(acceptance).form(acceptance).value("name")).isEqualTo("Devi Rana");
        var opened = wanjiru.fill(acceptance, acceptance, "type", "general", "client", "new", "name", "Devi Rana", "ageGroup", "adult", "urgency", "normal", "owner",
                town.wanjiru.id().toString(), "fenced", "yes", "services", "given", "reporting", "given", "method", "verbal_witnessed", "byWhom", "self");
        assertThat(opened.status()).as(opened.text()).isEqualTo(303);
        assertThat(opened.next().text()).contains("They took her papers.", "What she told " + Code.shown(sheet.replaceAll(".*/", "")));
        assertThat(wanjiru.get(sheet).text()).contains("Filled in on the case").doesNotContain("Accept");
        assertThat(reader.get(sheet).status()).as("the case is kept to its team").isEqualTo(404);
    }

    @Test
    void the_number_on_the_stub_that_the_client_keeps_is_that_of_her_report() {
        var form = forms.told("report");
        assertThat(wanjiru.get(forms.published(OwnForms.HOME).replace("/settings", "") + "/paper").text()).as("a survey has none").doesNotContain("For you to keep");
        var paper = wanjiru.get(form + "/paper?copies=2");
        assertThat(paper.text()).containsSubsequence("For you to keep", "For you to keep").doesNotContain("Where to ask: Riverbend");
        var stub = paper.text().replaceAll("(?s).*For you to keep: ([0-9A-Z-]{15}).*", "$1");
        assertThat(wanjiru.get(form + "/new?paper=" + Code.of(stub)).form(form + "/sheets").send("a/what", "They took her papers.").status()).isEqualTo(303);
        assertThat(fatou.get("/intake/" + Code.of(stub)).text()).contains("They took her papers.", stub);
        var another = CaseStory.in(haki, town).open();
        assertThat(wanjiru.get(form + "/new").form(form + "/sheets").send("a/what", "He came back.", "paper", Code.shown(another.code())).status()).isEqualTo(303);
        assertThat(fatou.get("/intake/" + another.code()).status()).as("the number of a case is no report's").isEqualTo(404);
        assertThat(open("He came back.")).isNotEmpty();
    }

    @Test
    void a_phone_that_sends_twice_made_one_report_and_what_it_changes_later_is_noted_there() throws IOException {
        forms.told("report");
        var phone = new PhoneInHand(PhoneInHand.letIn(town.tomasz.signedIn(), town, town.wanjiru));
        assertThat(phone.send(told("uuid:1", "", "She ran away.")).status()).isEqualTo(201);
        assertThat(phone.send(told("uuid:1", "", "She ran away.")).status()).isEqualTo(201);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
        assertThat(phone.send(told("uuid:2", "uuid:1", "She came back.")).status()).isEqualTo(201);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(1);
        assertThat(report().text()).contains("What happened?: She ran away.", "by Wanjiru Otieno What happened?: She came back.");
        var shared = new PhoneInHand(PhoneInHand.letIn(town.tomasz.signedIn(), town, null));
        assertThat(shared.send(told("uuid:3", "", "Nobody may say who.")).status()).as("a phone of the office").isEqualTo(201);
        assertThat(shared.send(told("uuid:3", "", "Nobody may say who.")).status()).isEqualTo(201);
        assertThat(everything.intakes(town.riverbend)).isEqualTo(2);
        assertThat(fatou.get("/intake").text()).contains("Nobody may say who.");
    }

    @Test
    void where_a_report_is_erased_nothing_that_was_filled_in_is_left() throws IOException {
        var form = forms.told("report");
        var phone = new PhoneInHand(PhoneInHand.letIn(town.tomasz.signedIn(), town, town.wanjiru));
        assertThat(phone.send(told("uuid:1", "", "The kestrel of Quixholm")).status()).isEqualTo(201);
        assertThat(wanjiru.get(form).text()).contains("Wanjiru Otieno");
        var keys = everything.count("select count(*) from vault.key_wrap where org_id = :org", town.riverbend);
        fatou.fill(open("kestrel") + "/dismissal", "/intake/decisions", "reason", "not_genuine");
        everything.pass("update haki.intake set erase_due = current_date - 1 where org_id = :org", town.riverbend);
        assertThat(haki.getBean(Intakes.class).eraseDue(town.riverbendSystem())).isEqualTo(1);
        assertThat(everything.count("select count(*) from vault.key_wrap where org_id = :org", town.riverbend)).isEqualTo(keys - 2);
        assertThat(everything.count("select (select count(*) from haki.survey_submission where org_id = :org) + (select count(*) from haki.survey_sheet where org_id = :org)",
                town.riverbend)).isZero();
        assertThat(phone.send(told("uuid:1", "", "The kestrel of Quixholm")).status()).as("nor does it come again").isGreaterThanOrEqualTo(400);
    }

    @Test
    void a_consult_is_a_line_in_the_register_of_whoever_gave_it() throws IOException {
        var form = forms.told("consult");
        var sheet = handIn(form, "a/client_name", "Nirmala Thapa", "a/what", "Explained the appeal");
        assertThat(wanjiru.get(sheet).text()).contains("It is a consult");
        assertThat(wanjiru.get("/walk-ins").text()).contains("Nirmala Thapa", "Explained the appeal", "Wanjiru Otieno");
        assertThat(everything.consultsInFigures(town.riverbend)).isEqualTo(1);
        assertThat(fatou.get("/intake").text()).doesNotContain("Explained the appeal");
        var shared = new PhoneInHand(PhoneInHand.letIn(town.tomasz.signedIn(), town, null));
        assertThat(shared.send(told("uuid:4", "", "Told her where to go.")).status()).isEqualTo(201);
        assertThat(fatou.get("/intake").text()).as("nobody gave it: somebody decides").contains("Told her where to go.");
    }

    private String handIn(String form, String... answers) {
        var answer = wanjiru.get(form + "/new").form(form + "/sheets").send(answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }

    private Page report() {
        return fatou.get(open(""));
    }

    private String open(String words) {
        return links(fatou.get("/intake"), "/intake/[0-9A-Z]{13}").stream().filter(link -> fatou.get(link).body().replaceAll("(?s).*<blockquote|</blockquote>.*", "").contains(words)).findFirst().orElseThrow();
    }

    private static List<String> links(Page page, String path) {
        return Pattern.compile(path).matcher(page.body()).results().map(MatchResult::group).distinct().toList();
    }

    private static String told(String instance, String edits, String what) {
        return "<data id=\"told\" version=\"1\"><what>" + what + "</what><meta><instanceID>" + instance + "</instanceID>"
                + (edits.isEmpty() ? "" : "<deprecatedID>" + edits + "</deprecatedID>") + "</meta></data>";
    }
}
