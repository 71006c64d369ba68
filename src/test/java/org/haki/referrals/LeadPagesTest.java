package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.cases.CaseFile;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Northgate leads Asha's case, which Riverbend keeps: all at their front doors. */
@HakiTest
class LeadPagesTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");
    private static final String ACTIVITY = "(%s/activities/[0-9a-f-]{36})\"";

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor leila;
    private Visitor sushila;

    @BeforeEach
    void a_case() {
        town = Town.in(haki);
        town.inOneNetwork();
        asha = CaseStory.in(haki, town).open();
        wanjiru = town.wanjiru.signedIn();
        leila = town.leila.signedIn();
        sushila = town.sushila.signedIn();
    }

    @Test
    void what_they_are_asked_for_is_chosen_by_hand() {
        var back = ask("", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("Choose what they are asked for.");
    }

    @Test
    void before_she_takes_it_on_a_lead_works_nothing() {
        var path = asked();
        assertThat(sushila.get(path).body()).contains("The lead").doesNotContain("First contact");
        assertThat(sushila.get(path + "/activities/new").status()).isEqualTo(404);
        assertThat(sushila.get(path + "/closing").status()).isEqualTo(404);
    }

    @Test
    void a_case_has_one_lead_at_most() {
        led();
        var again = ask("lead", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Somebody leads this case already");
    }

    @Test
    void with_a_service_nobody_works_the_plan() {
        ask("service", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        var path = shared();
        sushila.fill(path, path + "/acceptance");
        assertThat(sushila.get(path).body()).doesNotContain("/activities/");
        assertThat(sushila.get(path + "/activities/new").status()).isEqualTo(404);
        assertThat(sushila.get(path + "/closing").status()).isEqualTo(404);
    }

    @Test
    void a_colleague_of_the_lead_works_nothing() {
        var path = led();
        var prem = town.prem.signedIn();
        assertThat(prem.get(path).body()).contains("A colleague took this on");
        assertThat(prem.get(path + "/activities/new").status()).isEqualTo(404);
        assertThat(prem.get(path + "/closing").status()).isEqualTo(404);
    }

    @Test
    void she_works_the_plan_under_her_organisations_name() {
        var path = led();
        var step = found(sushila.get(path).body(), path);
        assertThat(sushila.get(step).body()).contains("<dd>us</dd>");
        var back = sushila.fill(step, step + "/completion", "text", "I reached her at the market.");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("I reached her at the market.");
        assertThat(sushila.fill(step, step + "/completion", "result", "reached", "text", "I reached her at the market.", "service", "advice",
                "nextKind", "visit", "nextDay", "2027-01-15", "nextTitle", "Go with her").status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("I reached her at the market.").contains("Go with her");
        var theirs = wanjiru.get(asha.path()).body();
        assertThat(theirs).contains("I reached her at the market.").contains("Northgate Legal Aid,").contains("Go with her").contains(", Northgate Legal Aid");
        assertThat(theirs).doesNotContain("Sushila");
    }

    @Test
    void her_note_stands_in_the_story_and_stays_hers() {
        var path = led();
        assertThat(sushila.fill(path, path + "/activities", "kind", "note", "text", "She has a sister in Oldbridge.").status()).isEqualTo(303);
        assertThat(sushila.fill(path, path + "/activities", "kind", "service", "service", "legal", "text", "We went to court.").status()).isEqualTo(303);
        assertThat(wanjiru.get(asha.path()).body()).contains("She has a sister in Oldbridge.").contains("We went to court.");
        revoke();
        assertThat(sushila.get(path).body()).contains("She has a sister in Oldbridge.").contains("We went to court.").contains("Legal support")
                .doesNotContain("Asha Thapa").doesNotContain("He came back last night");
        assertThat(sushila.post(path + "/activities", "kind", "note", "text", "Later.").status()).isNotEqualTo(303);
    }

    @Test
    void when_it_ends_in_the_middle_the_work_is_the_owners_again() {
        var path = led();
        assertThat(sushila.fill(path + "/activities/new", path + "/activities/new", "kind", "visit", "title", "Go with her", "day", Town.today().plusDays(3).toString()).status())
                .isEqualTo(303);
        assertThat(wanjiru.get("/today").body()).doesNotContain(asha.path() + "/activities/");
        revoke();
        assertThat(wanjiru.get("/today").body()).contains(asha.path() + "/activities/");
        assertThat(wanjiru.get(asha.path()).body()).contains("Go with her").doesNotContain(", Northgate Legal Aid</p>");
        assertThat(sushila.get(path + "/activities/new").status()).isEqualTo(409);
    }

    @Test
    void she_proposes_closing_somebody_else_checks_it_and_all_is_over() {
        var path = led();
        assertThat(sushila.get(path + "/closing").body()).contains("Settle the open steps");
        assertThat(wanjiru.get(asha.path() + "/closing").body()).contains("Another organisation leads this case");
        settled(path);
        assertThat(sushila.fill(path + "/closing", path + "/closing", "outcome", "solved").status()).isEqualTo(422);
        assertThat(propose(path).status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("You proposed to close it");
        assertThat(leila.get("/today").body()).contains(asha.path() + "/verification");
        assertThat(leila.get(asha.path() + "/verification").body()).contains("Northgate Legal Aid").contains("She is safe with her sister.");
        assertThat(wanjiru.get(asha.path() + "/verification").body()).contains("Somebody else must ask");
        assertThat(check("confirmed").status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("This has ended").doesNotContain("Asha Thapa");
        assertThat(wanjiru.get(asha.path()).body()).contains("Northgate Legal Aid proposed closing").contains("notice\"><p>Closed");
        assertThat(wanjiru.get(asha.path() + "/referrals").body()).contains("Service given");
    }

    @Test
    void disputed_it_is_open_again_and_the_lead_goes_on() {
        var path = led();
        settled(path);
        propose(path);
        assertThat(sushila.get(path + "/activities/new").status()).isEqualTo(200);
        assertThat(sushila.fill(path + "/activities/new", path + "/activities/new", "kind", "visit", "title", "More", "day", "2027-01-15").status())
                .isNotEqualTo(303);
        assertThat(check("disputed").status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("Asha Thapa").doesNotContain("You proposed to close it");
        assertThat(sushila.fill(path + "/activities/new", path + "/activities/new", "kind", "visit", "title", "More", "day", "2027-01-15").status())
                .isEqualTo(303);
    }

    @Test
    void she_takes_her_proposal_back() {
        var path = led();
        settled(path);
        propose(path);
        assertThat(sushila.fill(path + "/closing", path + "/closing/withdrawal").status()).isEqualTo(303);
        assertThat(wanjiru.get(asha.path()).body()).contains("Northgate Legal Aid took the proposal to close back");
        assertThat(propose(path).status()).isEqualTo(303);
    }

    @Test
    void it_is_not_closed_while_somebody_else_still_helps() {
        var path = led();
        var third = Town.in(haki);
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(third.northgate.id()),
                haki.getBean(Work.class).as(town.tomasz.actor(), "settings.change",
                        () -> haki.getBean(Networks.class).of(town.tomasz.actor()).orElseThrow().id()));
        wanjiru.fill(asha.path() + "/referrals/new", asha.path() + "/referrals", "to", third.northgate.id().toString(), "kind", "service",
                "service", "shelter", "urgency", "urgent", "story", "none", "show", "identity", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        settled(path);
        assertThat(sushila.get(path + "/closing").body()).doesNotContain("other organisation").doesNotContain("Another organisation");
        assertThat(propose(path).status()).isEqualTo(303);
        var back = check("confirmed");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body()).contains("Another organisation still works with this case");
        assertThat(check("disputed").status()).isEqualTo(303);
    }

    private String asked() {
        assertThat(ask("lead", "consent", "now", "method", "verbal_phone", "byWhom", "self").status()).isEqualTo(303);
        return shared();
    }

    private String led() {
        var path = asked();
        assertThat(sushila.fill(path, path + "/acceptance").status()).isEqualTo(303);
        return path;
    }

    private void settled(String path) {
        var open = sushila.get(path + "/activities/open").body();
        var steps = Pattern.compile("name=\"(step-[0-9a-f-]{36})\"").matcher(open).results().map(one -> one.group(1)).toList();
        assertThat(steps).isNotEmpty();
        var fields = steps.stream().flatMap(step -> List.of(step, "no_longer_needed").stream()).toArray(String[]::new);
        assertThat(sushila.fill(path + "/activities/open", path + "/activities/open", fields).status()).isEqualTo(303);
    }

    private Page propose(String path) {
        return sushila.fill(path + "/closing", path + "/closing", "outcome", "solved", "reason", "completed", "serviceLevel", "legal",
                "toldReturn", "yes", "remark", "She is safe with her sister.");
    }

    private Page check(String result) {
        return leila.fill(asha.path() + "/verification", asha.path() + "/verification", "result", result, "spokenWith", "client", "attempts", "1");
    }

    private void revoke() {
        var page = wanjiru.get(asha.path() + "/referrals");
        var action = Pattern.compile("action=\"([^\"]+/revocation)\"").matcher(page.body());
        assertThat(action.find()).isTrue();
        assertThat(page.form(action.group(1)).send("reason", "no_longer_needed").status()).isEqualTo(303);
    }

    private Page ask(String kind, String... more) {
        var said = new String[] {
            "to", town.northgate.id().toString(), "kind", kind, "service", kind.equals("service") ? "legal" : "", "urgency", "urgent",
            "story", "whole", "show", "identity", "instructions", "Please go with her to the court."};
        var all = new String[said.length + more.length];
        System.arraycopy(said, 0, all, 0, said.length);
        System.arraycopy(more, 0, all, said.length, more.length);
        return wanjiru.fill(asha.path() + "/referrals/new", asha.path() + "/referrals", all);
    }

    private String shared() {
        return found(SHARED, sushila.get("/shared").body());
    }

    private static String found(String body, String path) {
        return found(Pattern.compile(ACTIVITY.formatted(path)), body);
    }

    private static String found(Pattern pattern, String body) {
        var found = pattern.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
