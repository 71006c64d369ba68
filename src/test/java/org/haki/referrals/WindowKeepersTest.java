package org.haki.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.cases.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What belongs to Northgate at its window onto Riverbend's case: its own record, who works at it, what Asha told it. */
@HakiTest
@Import(TestClock.class)
class WindowKeepersTest {

    private static final Pattern SHARED = Pattern.compile("href=\"(/shared/[0-9a-f-]{36})\"");

    /** Some facts have the day of the database, others that of the test's clock, which only goes on. */
    private static final String FIGURES = "/reports?from=" + Town.today().minusDays(2) + "&to=" + Town.today().plusDays(360);

    @Autowired ApplicationContext haki;
    @Autowired TestClock clock;
    @Autowired ReferralRoutine routine;

    private Town town;
    private CaseFile asha;
    private Visitor wanjiru;
    private Visitor sushila;
    private String path;

    @BeforeEach
    void a_window() {
        clock.reset();
        town = Town.in(haki);
        town.inOneNetwork();
        asha = CaseStory.in(haki, town).consentNotYetAsked().open();
        wanjiru = town.wanjiru.signedIn();
        sushila = town.sushila.signedIn();
        wanjiru.fill(asha.path() + "/referrals/new", asha.path() + "/referrals", "to", town.northgate.id().toString(), "kind", "service",
                "service", "legal", "urgency", "urgent", "story", "none", "show", "identity", "consent", "now", "method", "verbal_phone", "byWhom", "self");
        var found = SHARED.matcher(sushila.get("/shared").body());
        assertThat(found.find()).isTrue();
        path = found.group(1);
    }

    @Test
    void no_record_is_opened_before_the_case_is_taken_on_or_without_her_yes() {
        assertThat(sushila.get(path + "/record").status()).isEqualTo(404);
        accept();
        assertThat(sushila.fill(path + "/record", path + "/record").status()).isEqualTo(422);
        assertThat(sushila.get("/shared/records").body()).contains("You have opened no record").doesNotContain("Asha");
    }

    @Test
    void a_record_of_its_own_stays_when_the_window_ends() {
        accept();
        var form = sushila.get(path + "/record");
        assertThat(form.body()).contains("Asha Thapa").contains("The sewing class".toLowerCase());
        var opened = form.form(path + "/record").send("method", "verbal_phone", "byWhom", "self");
        assertThat(opened.status()).isEqualTo(303);
        assertThat(sushila.get("/people").body()).contains("Asha Thapa");
        assertThat(sushila.get(path).body()).contains("Our own record of her");
        assertThat(sushila.get(path + "/record").status()).isNotEqualTo(200);
        assertThat(withdrawAtTheWindow().status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("This has ended").doesNotContain("Asha Thapa");
        assertThat(sushila.get("/shared/records").body()).contains("Asha Thapa").contains("Riverbend Helpline");
        assertThat(town.prem.signedIn().get("/people").body()).contains("Asha Thapa");
        assertThat(wanjiru.get("/shared/records").body()).contains("You have opened no record");
    }

    @Test
    void what_she_tells_the_receiver_acts_at_once() {
        accept();
        assertThat(sushila.fill(path, path + "/withdrawal").status()).isEqualTo(422);
        assertThat(withdrawAtTheWindow().status()).isEqualTo(303);
        assertThat(sushila.get(path).body()).contains("She changed her mind").doesNotContain("Asha Thapa");
        assertThat(wanjiru.get(asha.path() + "/referrals").body()).contains("She changed her mind").contains("Ended");
        assertThat(sushila.post(path + "/withdrawal", "method", "verbal_phone").status()).isNotEqualTo(303);
    }

    @Test
    void a_supervisor_hands_a_window_over_to_a_colleague() {
        accept();
        var colleague = town.person(town.northgate, "Bikash Rai", "bikash", Town.everywhere("caseworker"));
        assertThat(sushila.get(path + "/reader").status()).isEqualTo(403);
        var prem = town.prem.signedIn();
        assertThat(prem.get(path).body()).contains("Hand over to a colleague").doesNotContain("Asha Thapa");
        assertThat(prem.get(path + "/reader").body()).contains("Works at it now: Sushila Rai");
        assertThat(prem.fill(path + "/reader", path + "/reader").status()).isEqualTo(422);
        assertThat(prem.get(path + "/reader").form(path + "/reader").send("person", town.wanjiru.id().toString()).status()).isNotEqualTo(303);
        assertThat(prem.fill(path + "/reader", path + "/reader", "person", colleague.id().toString()).status()).isEqualTo(303);
        assertThat(colleague.signedIn().get(path).body()).contains("Asha Thapa");
        assertThat(sushila.get(path).body()).contains("A colleague took this on").doesNotContain("Asha Thapa");
    }

    @Test
    void a_consent_that_was_recorded_settles_the_task_to_ask_for_it() {
        assertThat(wanjiru.get(asha.path()).body()).contains("Ask for consent");
        for (var purpose : List.of("services", "reporting")) {
            assertThat(wanjiru.fill(asha.path() + "/consents", asha.path() + "/consents", "purpose", purpose, "decision", "given", "method",
                    "verbal_phone", "byWhom", "self").status()).isEqualTo(303);
        }
        assertThat(wanjiru.get(asha.path() + "/activities/open").body()).contains("First contact").doesNotContain("Ask for consent");
    }

    @Test
    void two_weeks_before_her_yes_ends_she_is_asked_again_and_a_new_one_keeps_it_open() {
        accept();
        clock.pass(Duration.ofDays(352));
        routine.look(town.riverbendSystem());
        routine.look(town.riverbendSystem());
        wanjiru = town.wanjiru.signedIn();
        var plan = wanjiru.get(asha.path() + "/activities/open").body();
        assertThat(plan.split("Ask again whether", -1)).hasSize(2);
        var key = town.northgate.id().toString();
        assertThat(wanjiru.fill(asha.path() + "/referrals", asha.path() + "/sharing/renewal", "recipient", key).status()).isEqualTo(422);
        assertThat(wanjiru.fill(asha.path() + "/referrals", asha.path() + "/sharing/renewal", "recipient", key, "method", "verbal_phone").status())
                .isEqualTo(303);
        assertThat(wanjiru.get(asha.path() + "/activities/open").body()).doesNotContain("Ask again whether");
    }

    @Test
    void figures_say_what_was_asked_of_whom_and_what_came_of_it() {
        for (var purpose : List.of("services", "reporting")) {
            wanjiru.fill(asha.path() + "/consents", asha.path() + "/consents", "purpose", purpose, "decision", "given", "method",
                    "verbal_phone", "byWhom", "self");
        }
        accept();
        sushila.fill(path, path + "/entries", "kind", "service", "service", "legal", "text", "We went to court.");
        sushila.fill(path, path + "/completion", "remark", "Done.");
        var ours = town.leila.signedIn().get(FIGURES).body();
        assertThat(row(ours, "Northgate Legal Aid")).containsExactly("1", "1", "0", "1", "0", "0", "0");
        var theirs = town.prem.signedIn().get(FIGURES).body();
        assertThat(row(theirs, "Riverbend Helpline")).containsExactly("0", "0", "0", "0", "0", "1", "1");
    }

    private static List<String> row(String body, String name) {
        var row = Pattern.compile("(?s)<tr><th scope=\"row\">" + name + "</th>(.*?)</tr>").matcher(body);
        assertThat(row.find()).as("a row for " + name).isTrue();
        return Pattern.compile(">(\\d+)\\s*<").matcher(row.group(1)).results().map(one -> one.group(1)).toList();
    }

    private void accept() {
        assertThat(sushila.fill(path, path + "/acceptance").status()).isEqualTo(303);
    }

    private Page withdrawAtTheWindow() {
        return sushila.fill(path, path + "/withdrawal", "method", "verbal_phone");
    }
}
