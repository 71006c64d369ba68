package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseClosing;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
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

    private static final Pattern HOW = Pattern.compile("/how/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}");
    private static final String ASK = "Ask how it was";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private CaseClosing closing;
    private Visitor wanjiru;
    private Visitor amina;
    private CaseFile file;
    private String form;

    @BeforeEach
    void a_case_and_a_survey() {
        town = Town.in(haki);
        closing = new CaseClosing(town);
        wanjiru = town.wanjiru.signedIn();
        amina = town.person(town.riverbend, "Amina Yusuf", "amina", Town.everywhere("caseworker")).signedIn();
        file = CaseStory.in(haki, town).open();
        var tomasz = town.tomasz.signedIn();
        var kept = new OwnForms(tomasz).published(CaseClosing.HOW_IT_WAS);
        assertThat(tomasz.fill(kept, kept + "/use", "use", "closing").status()).isEqualTo(303);
        form = kept.replace("/settings", "");
    }

    @Test
    void nobody_asks_of_an_open_case_nor_without_her_word_nor_who_worked_on_it() {
        closing.agrees(file, "refused");
        assertThat(amina.get(file.path()).text()).as("open").doesNotContain(ASK);
        closing.closed(file);
        assertThat(amina.get(file.path()).text()).as("she said no").doesNotContain(ASK);
    }

    @Test
    void who_worked_on_a_case_does_not_ask_and_her_answers_lead_nowhere() {
        closing.agrees(file, "given");
        closing.closed(file);
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

    @Test
    void her_own_link_says_nothing_of_her_and_what_is_used_over_or_wrong_looks_the_same() {
        closing.agrees(file, "given");
        closing.closed(file);
        var everything = Everything.in(haki);
        var give = amina.get(file.path()).form(file.path() + "/survey").to(file.path() + "/survey-link");
        assertThat(wanjiru.get(file.path()).form("/me/names").to(file.path() + "/survey-link").send().status()).as("she worked on it").isEqualTo(409);
        var first = how(give.send());
        assertThat(give.send().text()).as("kept nowhere").contains("was shown before").doesNotContain("/how/");
        var link = how(amina.get(file.path()).form(file.path() + "/survey").to(file.path() + "/survey-link").send());
        var her = town.stranger().from("127.5.1.1");
        var page = her.get(link);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        assertThat(page.body()).contains("noindex", "How it was").doesNotContain("Riverbend", file.code(), "Asha", "Amina", "<script>");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.headers("Set-Cookie")).isEmpty();
        var missing = page.form(link).send("a/improve", "Longer hours");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.text()).contains("Overall, how was our service?: This needs an answer");
        assertThat(everything.count("select count(*) from haki.survey_sheet where org_id = :org", town.riverbend)).isZero();
        var thanks = missing.form(link).send("a/overall", "good", "a/improve", "Longer hours");
        assertThat(thanks.status()).as(thanks.text()).isEqualTo(200);
        assertThat(thanks.text()).contains("Thank you");
        assertThat(missing.form(link).send("a/overall", "bad").status()).as("once").isEqualTo(404);
        assertThat(amina.get(file.path()).text()).doesNotContain(ASK);
        var sheet = amina.get(form).body().replaceAll("(?s).*(/forms/[^\"]*/sheets/[0-9A-Z]{13}).*", "$1");
        assertThat(amina.get(sheet).text()).contains("Good", "Longer hours").doesNotContain(file.code(), "Asha");
        assertThat(asked("select source || coalesce(entered_by::text, '') from haki.survey_submission where org_id = haki.org()")).isEqualTo("public");
        var used = her.get(link);
        assertThat(used.status()).isEqualTo(404);
        for (var other : List.of(first, "/how/" + Code.shown(Code.next()), "/how/nothing")) {
            assertThat(her.get(other).status()).as(other).isEqualTo(404);
            assertThat(her.get(other).body().replace(other, "")).as(other).isEqualTo(used.body().replace(link, ""));
        }
    }

    @Test
    void her_own_link_ends_after_thirty_days_and_with_the_form() {
        closing.agrees(file, "given");
        closing.closed(file);
        var link = how(amina.get(file.path()).form(file.path() + "/survey").to(file.path() + "/survey-link").send());
        var her = town.stranger().from("127.5.2.1");
        var open = her.get(link).form(link);
        var kept = "/settings" + form;
        assertThat(town.tomasz.signedIn().fill(kept, kept + "/state", "state", "closed").status()).isEqualTo(303);
        assertThat(her.get(link).status()).isEqualTo(404);
        assertThat(town.tomasz.signedIn().fill(kept, kept + "/state", "state", "open").status()).isEqualTo(303);
        assertThat(her.get(link).status()).isEqualTo(200);
        Everything.in(haki).pass("update hub.survey_link set ends_at = ends_at - interval '31 days' where org_id = :org", town.riverbend);
        assertThat(her.get(link).status()).isEqualTo(404);
        assertThat(open.send("a/overall", "good").status()).isEqualTo(404);
        assertThat(asked("select answered::text from haki.survey_asked where org_id = haki.org()")).isEqualTo("false");
    }

    private static String how(Page given) {
        var link = HOW.matcher(given.body());
        assertThat(link.find()).as(given.text()).isTrue();
        return link.group();
    }

    private String asked(String sql) {
        return haki.getBean(Work.class).as(town.riverbendSystem(), "form.see", () -> haki.getBean(JdbcClient.class).sql(sql).query(String.class).single());
    }
}
