package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Statements;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.access.Membership;
import org.haki.cases.CaseFile;
import org.haki.intake.Account;
import org.haki.intake.Intakes;
import org.haki.intake.Told;
import org.haki.kernel.Id;
import org.haki.kernel.Work;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@HakiTest
class TodayTest {

    private static final String HER_WORDS = "He took her papers and locks the door at night.";

    @Autowired ApplicationContext haki;
    @Autowired Intakes intakes;

    private Town town;
    private CaseFile file;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
    }

    @Test
    void a_stranger_signs_in_first() {
        assertThat(town.stranger().get("/today").location()).startsWith("/sign-in");
    }

    @Test
    void the_front_door_leads_to_today() {
        assertThat(town.wanjiru.signedIn().get("/").location()).isEqualTo("/today");
    }

    @Test
    void a_caseworker_sees_what_is_due_for_her_and_nobody_elses_and_no_report() {
        var wanjiru = town.wanjiru.signedIn();
        plan(wanjiru, "Send the appeal", "");
        plan(wanjiru, "Write to the landlord", town.leila.id().toString());
        report("emergency");
        var page = wanjiru.get("/today");
        assertThat(page.text()).contains("One thing today.", "Send the appeal", "Asha Thapa").doesNotContain("landlord", HER_WORDS);
        assertThat(town.mateo.signedIn().get("/today").text()).contains("Nothing is due").doesNotContain("Asha Thapa");
    }

    @Test
    void a_case_given_by_somebody_else_is_new_for_its_owner() {
        assertThat(town.wanjiru.signedIn().get("/today").text()).contains("New for you: Asha Thapa", "Given by Leila Marzouq");
        assertThat(town.leila.signedIn().get("/today").text()).doesNotContain("New for you");
    }

    @Test
    void an_owner_whose_closing_was_disputed_is_told_so_where_her_day_begins() {
        haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive", () -> haki.getBean(JdbcClient.class)
                .sql("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id")
                .param("id", file.id()).update());
        var wanjiru = town.wanjiru.signedIn();
        var closing = file.path() + "/closing";
        wanjiru.fill(closing, closing, "outcome", "solved", "reason", "completed", "serviceLevel", "legal", "toldReturn", "yes",
                "verifier", town.leila.id().toString());
        assertThat(wanjiru.get("/today").text()).as("it waits for somebody else").doesNotContain("disputed");
        var check = file.path() + "/verification";
        town.leila.signedIn().fill(check, check, "result", "disputed", "spokenWith", "client");
        assertThat(wanjiru.get("/today").text()).contains("The closing was disputed: Asha Thapa", "Checked by Leila Marzouq");
        assertThat(town.mateo.signedIn().get("/today").text()).doesNotContain("disputed");
    }

    @Test
    void who_stands_in_sees_the_work_of_her_colleague_under_that_name() throws SQLException {
        plan(town.wanjiru.signedIn(), "Send the appeal", "");
        var devi = town.person(town.riverbend, "Devi Rana", "devi", new Membership("caseworker", town.mainDesk.id()));
        assertThat(devi.signedIn().get("/today").text()).doesNotContain("Send the appeal");
        owner("update hub.login set away_from = current_date - 1, away_until = current_date + 2, stand_in = '" + devi.id()
                + "' where id = '" + town.wanjiru.id() + "'");
        assertThat(devi.signedIn().get("/today").text()).contains("Send the appeal", "for Wanjiru Otieno, who is away");
    }

    @Test
    void an_operator_sees_the_first_reports_in_their_own_words() {
        report("emergency");
        report("normal");
        var page = town.fatou.signedIn().get("/today");
        assertThat(page.text()).contains("2 reports wait to be read.", HER_WORDS, "Emergency,", "All 2 waiting");
    }

    @Test
    void a_case_without_an_owner_waits_for_those_who_give_cases_to_people() {
        CaseStory.in(haki, town).of("Hodan Warsame").ownedBy(null).open();
        assertThat(town.leila.signedIn().get("/today").text()).contains("One case has no owner");
        assertThat(town.wanjiru.signedIn().get("/today").text()).doesNotContain("no owner");
    }

    @Test
    void a_closing_waits_for_who_was_asked_to_check_it() {
        var wanjiru = town.wanjiru.signedIn();
        var open = wanjiru.get(file.path() + "/activities/open").form(file.path() + "/activities/open");
        var step = open.fields().stream().filter(field -> field.getKey().startsWith("step-")).findFirst().orElseThrow();
        open.send(step.getKey(), "reached");
        wanjiru.fill(file.path() + "/closing", file.path() + "/closing", "outcome", "solved", "reason", "completed",
                "serviceLevel", "legal", "toldReturn", "yes", "verifier", town.fatou.id().toString());
        assertThat(town.fatou.signedIn().get("/today").text()).contains("Check a closing with the client", "Asha Thapa");
        assertThat(wanjiru.get("/today").text()).doesNotContain("Check a closing");
        assertThat(town.leila.signedIn().get("/today").text()).doesNotContain("Check a closing");
        assertThat(wanjiru.get(file.path()).text()).contains("Closing waits for Fatou Sané").doesNotContain("Add a step");
    }

    @Test
    void a_message_that_did_not_arrive_waits_until_somebody_deals_with_it() throws SQLException {
        owner("insert into hub.outbox (id, org_id, to_login, template, code, path, state, ended_at, fault) values ('" + Id.next()
                + "', '" + town.riverbend.id() + "', '" + town.wanjiru.id() + "', 'assigned', '" + file.code() + "', '/today', 'dead', now(), 'gave_up')");
        var leila = town.leila.signedIn();
        var page = leila.get("/today");
        assertThat(page.text()).contains("A message did not arrive", "To Wanjiru Otieno");
        var form = page.forms().stream().filter(one -> one.action().startsWith("/today/undelivered/")).findFirst().orElseThrow();
        assertThat(form.send().next().text()).doesNotContain("A message did not arrive");
    }

    @Test
    void an_administrator_sees_what_she_looks_after_and_no_client() {
        var page = town.tomasz.signedIn().get("/today");
        assertThat(page.text()).contains("What you look after", "People who work here").doesNotContain("Asha Thapa");
        assertThat(page.body()).contains("href=\"/settings/people\"").doesNotContain("href=\"/record\"");
    }

    @Test
    void a_fuller_day_takes_no_more_statements() {
        var leila = town.leila.signedIn();
        plan(leila, "Read the file", "");
        report("urgent");
        var few = Statements.during(() -> leila.get("/today"));
        for (int i = 0; i < 4; i++) {
            plan(leila, "Read the file", "");
            report("normal");
            CaseStory.in(haki, town).of("Hodan Warsame").ownedBy(town.leila.id()).open();
        }
        var many = Statements.during(() -> leila.get("/today"));
        assertThat(many).hasSameSizeAs(few);
        assertThat(many).as("statements of Today, one more for each section").hasSizeLessThanOrEqualTo(19);
    }

    private Page plan(Visitor visitor, String title, String assignee) {
        var path = file.path() + "/activities/new";
        var today = LocalDate.now(ZoneId.of("Africa/Nairobi")).toString();
        return assignee.isEmpty()
                ? visitor.fill(path, path, "kind", "task", "title", title, "day", today)
                : visitor.fill(path, path, "kind", "task", "title", title, "day", today, "assignee", assignee);
    }

    private void report(String urgency) {
        var account = new Account(HER_WORDS, "Seti Bazaar", "", null, "", "", "", "", "", List.of(), "", "");
        intakes.receive(town.fatou.actor(), new Told(Id.next(), town.mainDesk.id(), "phone", "en", "other", "adult", urgency,
                "none", Instant.now(), false, account));
    }

    private void owner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(haki.getEnvironment().getProperty("haki.database.owner-url"));
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
