package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.haki.AtAnOffice;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Statements;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A round of visits to an institution at the front door: who stands there, printed, and filled in on one page. */
@HakiTest
class VisitsTest {

    private static final Pattern STEP = Pattern.compile("name=\"result-([0-9a-f-]{36})\"");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;
    private String registry;
    private String round;

    @BeforeEach
    void a_town_with_a_registry() {
        town = Town.in(haki);
        var tomasz = town.tomasz.signedIn();
        tomasz.fill("/settings/case-types", "/settings/case-types/adoptions", "type", "paralegal_id");
        registry = new AtAnOffice(town).registry("Kibra registry");
        new AtAnOffice(town).registry("Gate police");
        wanjiru = town.wanjiru.signedIn();
        round = "/visits/" + registry;
    }

    @Test
    void who_does_no_work_in_cases_makes_no_rounds() {
        for (var person : List.of(town.fatou, town.tomasz, town.ines)) {
            var visitor = person.signedIn();
            for (var path : List.of("/visits", round, round + "/sheet")) {
                assertThat(visitor.get(path).status()).as(person.signInName() + " " + path).isEqualTo(403);
            }
        }
    }

    @Test
    void another_organisation_finds_neither_the_office_nor_who_stands_there() {
        var code = application("Hodan Warsame", registry);
        var sushila = town.sushila.signedIn();
        assertThat(sushila.get("/visits?owner=everyone").text()).doesNotContain("Kibra", code);
        for (var path : List.of(round, round + "/sheet", round + "?owner=everyone")) {
            assertThat(sushila.get(path).status()).as(path).isEqualTo(404);
        }
        var form = wanjiru.get(round).form(round);
        var step = step(wanjiru.get(round), 0);
        var csrf = sushila.get("/me").form("/me");
        var fields = new Page.Form(sushila, round, form.fields()).with("_csrf", csrf.value("_csrf"), "result-" + step, "better");
        assertThat(new Page.Form(sushila, round, fields).send().status()).isEqualTo(404);
        assertThat(step(wanjiru.get(round), 0)).as("and nothing came of it").isEqualTo(step);
    }

    @Test
    void another_office_and_who_is_not_in_the_team_of_a_fenced_case_see_no_line_of_it() {
        var open = application("Hodan Warsame", registry);
        var fenced = application("Mwangi Kariuki", registry);
        var fence = "/cases/" + fenced + "/fence";
        assertThat(wanjiru.fill(fence, fence, "fenced", "yes", "reason", "danger").status()).isEqualTo(303);
        var pia = town.person(town.riverbend, "Pia Colleague", "pia", new Membership("caseworker", town.mainDesk.id())).signedIn();
        assertThat(town.mateo.signedIn().get(round + "?owner=everyone").text()).contains("Nothing is open at this office").doesNotContain("Hodan", "Mwangi");
        for (var path : List.of(round, round + "/sheet")) {
            assertThat(pia.get(path + "?owner=everyone").body()).as(path).contains("Hodan Warsame").doesNotContain("Mwangi", fenced);
            assertThat(pia.get(path).body()).as("her own: " + path).doesNotContain("Hodan", open);
            assertThat(wanjiru.get(path).body()).contains("Hodan Warsame", "Mwangi Kariuki");
        }
        var step = step(wanjiru.get("/cases/" + fenced + "/activities/open"), "step-");
        var form = pia.get(round + "?owner=everyone").form(round);
        var sent = form.send("result-" + step, "better", "code-" + step, fenced, "base-" + step, "1");
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.text()).contains("no longer here for you").doesNotContain("Mwangi");
    }

    @Test
    void one_page_says_who_stands_where_and_takes_what_came_of_it_once() {
        application("Hodan Warsame", registry);
        application("Mwangi Kariuki", registry);
        application("Zeituni Ali", "");
        assertThat(wanjiru.get("/visits").text()).contains("Kibra registry 2 lines", "3 open cases looked at").doesNotContain("Gate police");
        var page = wanjiru.get(round);
        assertThat(page.text()).contains("Hodan Warsame", "Mwangi Kariuki", "Birth certificate", "2 Jan", "Ask at the office how it stands")
                .doesNotContain("Zeituni");
        assertThat(wanjiru.get(round + "/sheet").text()).contains("Who stands where: Kibra registry", "Own cases.", "Wanjiru Otieno", "Hodan Warsame", "What came of it", "Go again on");
        var first = step(page, 0);
        var second = step(page, 1);
        var soon = Town.today().plusDays(9).toString();
        var form = page.form(round);
        var words = new String[] {"result-" + first, "better", "note-" + first, "The clerk has the file now.", "next-" + first, soon,
                "result-" + second, "same"};
        assertThat(form.send(words).status()).isEqualTo(303);
        assertThat(form.send(words).status()).as("sent twice").isEqualTo(303);
        var code = form.value("code-" + first);
        var story = wanjiru.get("/cases/" + code).text();
        assertThat(story.split("The clerk has the file now", -1)).as(story).hasSize(2);
        var open = wanjiru.get("/cases/" + code + "/activities/open").body();
        assertThat(Pattern.compile("<label[^>]*>Kibra registry").matcher(open).results().count()).as("one day to go again").isEqualTo(1);
        assertThat(wanjiru.get(round).body()).contains("Kibra registry</bdi>").doesNotContain("result-" + first, "result-" + second);
        assertThat(wanjiru.get(round).text()).as("and the next round knows of it").contains("Kibra registry in 9 days");
    }

    @Test
    void a_line_that_changed_meanwhile_keeps_what_was_typed_and_the_others_are_saved() {
        application("Hodan Warsame", registry);
        application("Mwangi Kariuki", registry);
        application("Zeituni Ali", registry);
        var page = wanjiru.get(round);
        var form = page.form(round);
        var gone = step(page, 0);
        var moved = step(page, 1);
        var fine = step(page, 2);
        var leila = town.leila.signedIn();
        var done = "/cases/" + form.value("code-" + gone) + "/activities/" + gone;
        assertThat(leila.fill(done, done + "/completion", "result", "same").status()).isEqualTo(303);
        var change = "/cases/" + form.value("code-" + moved) + "/activities/" + moved + "/change";
        assertThat(leila.fill(change, change, "day", Town.today().plusDays(3).toString(), "reason", "other").status()).isEqualTo(303);
        var again = form.send("result-" + gone, "better", "note-" + gone, "They promised Monday.", "result-" + moved, "worse",
                "note-" + moved, "They lost it.", "result-" + fine, "better");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("1 line was saved", "They promised Monday.", "This line was not saved");
        assertThat(again.body()).as("what is open still stands as typed").contains("They lost it.").doesNotContain("name=\"result-" + fine);
        assertThat(again.form(round).value("result-" + moved)).isEqualTo("worse");
        assertThat(wanjiru.get("/cases/" + form.value("code-" + gone)).text()).doesNotContain("They promised Monday");
        assertThat(again.form(round).send().status()).as("seen, and saved again").isEqualTo(303);
        assertThat(wanjiru.get("/cases/" + form.value("code-" + moved)).text()).contains("They lost it.");
    }

    @Test
    void who_was_sent_away_notes_in_the_same_line_what_the_office_did_with_or_without_what_came_of_the_step() {
        application("Hodan Warsame", registry);
        application("Mwangi Kariuki", registry);
        var page = wanjiru.get(round);
        var form = page.form(round);
        var first = step(page, 0);
        var second = step(page, 1);
        var words = new String[] {"practice-" + first, "bribe", "amount-" + first, "৫০০", "result-" + second, "same", "practice-" + second, "closed_office"};
        assertThat(form.send(words).status()).isEqualTo(303);
        assertThat(form.send(words).status()).as("sent twice").isEqualTo(303);
        var after = wanjiru.get(round);
        assertThat(after.body()).as("the step waits where nothing came of it").contains("result-" + first).doesNotContain("result-" + second);
        assertThat(after.text()).contains("Noted of this institution", "unofficial payment", "500.00", "Office closed");
        assertThat(Pattern.compile("href=\"/observations/").matcher(after.body()).results().count()).as("once each").isEqualTo(2);
        assertThat(wanjiru.get("/cases/" + form.value("code-" + first)).text()).contains("Bad practices", "Kibra registry", "Take back");
        assertThat(town.leila.signedIn().get("/observations").text()).contains("unofficial payment", "Office closed");
    }

    @Test
    void what_was_seen_is_written_with_what_came_of_the_step_or_not_at_all() {
        application("Hodan Warsame", registry);
        var page = wanjiru.get(round);
        var step = step(page, 0);
        var wrong = page.form(round).send("result-" + step, "same", "practice-" + step, "bribe", "amount-" + step, "much");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Write the amount in figures");
        assertThat(wrong.form(round).value("amount-" + step)).isEqualTo("much");
        assertThat(page.form(round).send("amount-" + step, "500").text()).contains("Choose what happened");
        var late = wrong.form(round).send("amount-" + step, "500", "next-" + step, "1 1 2020");
        assertThat(late.status()).isEqualTo(422);
        assertThat(town.leila.signedIn().get("/observations").text()).contains("No draft waits");
        assertThat(late.form(round).send("next-" + step, "").status()).isEqualTo(303);
        assertThat(town.leila.signedIn().get("/observations").text()).contains("unofficial payment");
    }

    @Test
    void what_needs_another_look_is_said_at_its_line_and_in_the_last_round_nothing_is_saved_for_it() {
        application("Hodan Warsame", registry);
        var page = wanjiru.get(round);
        var step = step(page, 0);
        var again = page.form(round).send("note-" + step, "Closed today.", "next-" + step, "31 2 2027");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Choose what came of it");
        assertThat(again.form(round).value("note-" + step)).isEqualTo("Closed today.");
        var past = again.form(round).send("result-" + step, "same", "next-" + step, "1 1 2020");
        assertThat(past.status()).isEqualTo(422);
        assertThat(past.form(round).value("next-" + step)).isEqualTo("1 1 2020");
        assertThat(page.form(round).send("day", Town.today().plusDays(2).toString(), "result-" + step, "same").text()).contains("This day lies ahead");
        assertThat(page.form(round).send("result-" + step, "met").status()).as("what cannot come of such a step").isEqualTo(422);
        assertThat(wanjiru.get(round).body()).contains("result-" + step);
    }

    @Test
    void names_are_covered_on_the_sheet_as_on_the_page_when_they_are_hidden() {
        application("Hodan Warsame", registry);
        assertThat(wanjiru.fill("/more", "/me/names", "names", "hide").status()).isEqualTo(303);
        for (var path : List.of(round, round + "/sheet")) {
            assertThat(wanjiru.get(path).body()).as(path).contains("•••").doesNotContain("Hodan");
        }
    }

    @Test
    void a_round_takes_as_many_statements_for_many_cases_as_for_one() {
        application("Hodan Warsame", registry);
        wanjiru.get(round);
        var few = Statements.during(() -> wanjiru.get(round));
        application("Mwangi Kariuki", registry);
        application("Zeituni Ali", registry);
        var many = Statements.during(() -> wanjiru.get(round));
        assertThat(many).as(String.join("\n", many)).hasSameSizeAs(few).hasSizeLessThanOrEqualTo(12);
        assertThat(many).filteredOn(sql -> sql.contains("vault.key_wrap")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void more_cases_than_are_looked_at_at_a_time_are_gone_on_to() {
        var first = application("Hodan Warsame", registry);
        for (int i = 0; i < 50; i++) {
            CaseStory.in(haki, town).of("Client " + i).open();
        }
        var page = wanjiru.get("/visits");
        assertThat(page.text()).contains("50 open cases looked at").doesNotContain("Kibra registry");
        var older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page.body());
        assertThat(older.find()).isTrue();
        var rest = wanjiru.get(older.group(1).replace("&amp;", "&"));
        assertThat(rest.text()).contains("Kibra registry 1 line", "1 open case looked at");
        var there = Pattern.compile("href=\"(" + round + "[^\"]+)\"").matcher(rest.body());
        assertThat(there.find()).isTrue();
        var line = wanjiru.get(there.group(1).replace("&amp;", "&"));
        assertThat(line.form(round).value("code-" + step(line, 0))).isEqualTo(first);
        assertThat(line.form(round).send("result-" + step(line, 0), "same").location()).as("and stays there").contains("after=");
    }

    private String application(String client, String institution) {
        return new AtAnOffice(town).application(wanjiru, client, institution);
    }

    private static String step(Page page, int number) {
        return STEP.matcher(page.body()).results().map(found -> found.group(1)).distinct().toList().get(number);
    }

    private static String step(Page page, String prefix) {
        var found = Pattern.compile("name=\"" + prefix + "([0-9a-f-]{36})\"").matcher(page.body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
