package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After a case was closed its client is asked how it was: once, by somebody who did not work on it, and nothing leads from her answers to her. */
@HakiTest
class ClosingSurveyTest {

    private static final String HOW_IT_WAS = """
            | survey |
            | | type | name | label | required |
            | | select_one rating | overall | Overall, how was our service? | yes |
            | | text | improve | What should we improve? | |
            | choices |
            | | list_name | name | label |
            | | rating | good | Good |
            | | rating | bad | Bad |
            | settings |
            | | form_title | form_id | version |
            | | How it was | how_it_was | 1 |
            """;
    private static final Pattern STEP = Pattern.compile("(?s)<select[^>]*name=\"(step-[^\"]+)\".*?<option value=\"(?!stays)([^\"]+)\"");
    private static final String ASK = "Ask how it was";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;
    private Visitor amina;
    private CaseFile file;
    private String form;

    @BeforeEach
    void a_case_and_a_survey() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.signedIn();
        amina = town.person(town.riverbend, "Amina Yusuf", "amina", Town.everywhere("caseworker")).signedIn();
        file = CaseStory.in(haki, town).open();
        var tomasz = town.tomasz.signedIn();
        var kept = new OwnForms(tomasz).published(HOW_IT_WAS);
        assertThat(tomasz.fill(kept, kept + "/use", "use", "closing").status()).isEqualTo(303);
        form = kept.replace("/settings", "");
    }

    @Test
    void nobody_asks_of_an_open_case_nor_without_her_word_nor_who_worked_on_it() {
        agrees("refused");
        assertThat(amina.get(file.path()).text()).as("open").doesNotContain(ASK);
        closed();
        assertThat(amina.get(file.path()).text()).as("she said no").doesNotContain(ASK);
    }

    @Test
    void who_worked_on_a_case_does_not_ask_and_her_answers_lead_nowhere() {
        agrees("given");
        closed();
        assertThat(wanjiru.get(file.path()).text()).as("her own case").doesNotContain(ASK);
        assertThat(town.sushila.signedIn().get(file.path()).status()).isEqualTo(404);
        var page = amina.get(file.path());
        assertThat(page.text()).contains(ASK);
        var asking = page.form(file.path() + "/survey").send();
        assertThat(asking.status()).isEqualTo(303);
        assertThat(asking.location()).startsWith(form + "/new?asked=").doesNotContain(file.code());
        var blank = asking.next();
        assertThat(blank.text()).contains("You are asking how it was");
        var sheet = blank.form(form + "/sheets").send("a/overall", "good", "a/improve", "Longer hours");
        assertThat(sheet.status()).as(sheet.text()).isEqualTo(303);
        assertThat(amina.get(file.path()).text()).as("once").doesNotContain(ASK, "How it was");
        assertThat(amina.get(sheet.location()).text()).contains("Good").doesNotContain("Asha", file.code());
        assertThat(asked("select count(*)::text from haki.survey_sheet where org_id = haki.org() and case_id is not null")).isEqualTo("0");
        assertThat(asked("select (token_hash is null and answered)::text from haki.survey_asked where org_id = haki.org()")).isEqualTo("true");
        assertThat(blank.form(form + "/sheets").send("op", Id.next().toString(), "a/overall", "bad").status()).as("the same link again").isEqualTo(409);
        assertThat(town.leila.signedIn().get(form + "/report").text()).contains("Asked after one closed case; 1 answered");
    }

    private void agrees(String decision) {
        var said = wanjiru.fill(file.path() + "/consents", file.path() + "/consents", "purpose", "followup", "decision", decision, "method", "verbal_phone", "byWhom", "self");
        assertThat(said.status()).as(said.text()).isEqualTo(303);
    }

    private void closed() {
        var open = wanjiru.get(file.path() + "/activities/open");
        var done = new ArrayList<String>();
        for (var step = STEP.matcher(open.body()); step.find(); ) {
            done.addAll(List.of(step.group(1), step.group(2)));
        }
        assertThat(open.form(file.path() + "/activities/open").send(done.toArray(String[]::new)).status()).isEqualTo(303);
        var proposed = wanjiru.fill(file.path() + "/closing", file.path() + "/closing", "outcome", "solved", "reason", "completed", "serviceLevel", "legal",
                "summary", "The order stands.", "toldReturn", "yes", "verifier", town.fatou.id().toString());
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(303);
        var checked = town.fatou.signedIn().fill(file.path() + "/verification", file.path() + "/verification", "result", "confirmed", "spokenWith", "client");
        assertThat(checked.status()).as(checked.text()).isEqualTo(303);
    }

    private String asked(String sql) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "form.see", () -> haki.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }
}
