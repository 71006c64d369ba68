package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.devices.PhoneInHand;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A form that follows up on a case, at the front door: what is filled in stands in the case's story, and is seen by whoever sees the case. */
@HakiTest
class FollowUpFormTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor tomasz;
    private Visitor wanjiru;
    private CaseFile file;
    private String form;

    @BeforeEach
    void a_case_and_a_form_that_follows_up() {
        town = Town.in(haki);
        tomasz = town.tomasz.signedIn();
        wanjiru = town.wanjiru.signedIn();
        file = CaseStory.in(haki, town).open();
        form = new OwnForms(tomasz).followsUp();
    }

    @Test
    void a_form_that_names_no_case_cannot_follow_up_and_one_that_does_cannot_stop_asking() {
        var home = new OwnForms(tomasz).published(OwnForms.HOME);
        assertThat(wanjiru.get(home).status()).isEqualTo(403);
        var refused = tomasz.fill(home, home + "/use", "use", "followup");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("case_code");
        var newer = new OwnForms(tomasz).upload(OwnForms.VISIT.replace("| visit | 1 |", "| visit | 2 |").replace("| | text | case_code | Code of the case |\n", ""));
        assertThat(newer.status()).isEqualTo(422);
        assertThat(newer.text()).contains("used to follow up on cases");
    }

    @Test
    void what_is_filled_in_on_a_case_stands_in_its_story_and_among_its_forms() {
        var page = wanjiru.get(file.path());
        assertThat(page.text()).contains("Fill in: Home visit");
        var blank = wanjiru.get(form + "/new?on=" + file.code());
        assertThat(blank.form(form + "/sheets").value("a/case_code")).isEqualTo(Code.shown(file.code()));
        var sheet = handIn(wanjiru, Code.shown(file.code()), "better");
        var code = Code.shown(sheet.replaceAll(".*/", ""));
        assertThat(wanjiru.get(file.path()).text()).contains("Home visit (" + code + ")", "Better", "Forms Home visit " + code);
        assertThat(wanjiru.get(sheet).text()).contains("Filled in on the case " + Code.shown(file.code()));
        assertThat(wanjiru.get(sheet + "/edit").form(sheet).send("a/words", "She can walk.").status()).isEqualTo(303);
        assertThat(wanjiru.get(file.path() + "/history").text().split("Home visit \\(", -1)).as("a change is no second visit").hasSize(2);
        assertThat(town.mateo.signedIn().get(sheet).status()).as("of another office").isEqualTo(404);
    }

    @Test
    void P3_a_sheet_on_a_fenced_case_is_not_there_for_a_colleague_of_the_same_office() {
        var amina = town.person(town.riverbend, "Amina Yusuf", "amina", Town.everywhere("caseworker")).signedIn();
        var sheet = handIn(wanjiru, file.code(), "same");
        assertThat(amina.get(sheet).status()).isEqualTo(200);
        assertThat(wanjiru.fill(file.path() + "/fence", file.path() + "/fence", "reason", "danger").status()).isEqualTo(303);
        for (var path : new String[] {sheet, sheet + "/edit", sheet + "/history", sheet + "/paper"}) {
            assertThat(amina.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(amina.get(form).text()).contains("Nothing was filled in");
        assertThat(handIn(amina, file.code(), "same")).as("nor can she put one to it").satisfies(own ->
                assertThat(amina.get(own).text()).contains("belongs to no case yet"));
        assertThat(wanjiru.get(file.path()).text().split("Home visit \\(", -1)).hasSize(2);
        assertThat(wanjiru.get(sheet).status()).isEqualTo(200);
    }

    @Test
    void a_phone_fills_it_in_on_the_cases_of_its_person_and_what_names_none_waits_for_the_right_code() throws IOException {
        var phone = new PhoneInHand(PhoneInHand.letIn(tomasz, town, town.wanjiru));
        assertThat(phone.send(visit("uuid:1", "", file.code())).status()).isEqualTo(201);
        assertThat(wanjiru.get(file.path()).text()).contains("Home visit (", "Worse");
        var other = CaseStory.in(haki, town).of("Devi Rana").open();
        assertThat(phone.send(visit("uuid:2", "", "no such code")).status()).as("taken nevertheless").isEqualTo(201);
        assertThat(wanjiru.get(other.path()).text()).doesNotContain("Home visit (");
        assertThat(phone.send(visit("uuid:3", "uuid:2", Code.shown(other.code()))).status()).isEqualTo(201);
        assertThat(wanjiru.get(other.path()).text()).contains("Home visit (");
        var shared = new PhoneInHand(PhoneInHand.letIn(tomasz, town, null));
        var third = CaseStory.in(haki, town).of("Grace Auma").open();
        assertThat(shared.send(visit("uuid:4", "", third.code())).status()).isEqualTo(201);
        assertThat(wanjiru.get(third.path()).text()).as("a phone of the office writes in no case by itself").doesNotContain("Home visit (");
    }

    private String handIn(Visitor visitor, String code, String result) {
        var answer = visitor.get(form + "/new").form(form + "/sheets").send("a/case_code", code, "a/result", result, "a/words", "She walks with a stick.");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return answer.location().replaceAll("\\?.*", "");
    }

    private static String visit(String instance, String edits, String code) {
        return "<data id=\"visit\" version=\"1\"><case_code>" + code + "</case_code><result>worse</result><words>She fell.</words><meta><instanceID>" + instance
                + "</instanceID>" + (edits.isEmpty() ? "" : "<deprecatedID>" + edits + "</deprecatedID>") + "</meta></data>";
    }
}
