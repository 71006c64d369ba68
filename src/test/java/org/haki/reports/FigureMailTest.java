package org.haki.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.TestClock;
import org.haki.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Leila asks for a link to the figures each week, and gets each week one link, until she asks for none. */
@HakiTest
@Import(TestClock.class)
class FigureMailTest {

    private static final String PAGE = "/reports/mail";

    @Autowired ApplicationContext haki;
    @Autowired TestClock clock;
    @Autowired FigureMails mails;
    @Autowired FigureMailEnding ending;

    private Town town;

    @BeforeEach
    void a_town() {
        clock.reset();
        town = Town.in(haki);
    }

    @AfterEach
    void today_again() {
        clock.reset();
    }

    @Test
    void a_stranger_asks_for_nothing_and_what_is_no_choice_is_sent_back() {
        assertThat(town.stranger().get(PAGE).status()).isNotEqualTo(200);
        assertThat(town.leila.signedIn().fill(PAGE, PAGE, "every", "hour").status()).isEqualTo(422);
        assertThat(mailsAfter(40)).isEmpty();
    }

    @Test
    void each_week_is_told_once_by_a_link_without_a_figure_until_she_asks_for_none() {
        assertThat(town.leila.signedIn().get("/reports").body()).contains(PAGE);
        ask("week");
        tell();
        assertThat(mails()).as("the week that is over when she asks is not told").isEmpty();
        var first = mailsAfter(7);
        assertThat(first).singleElement().asString().startsWith("figures_week /reports?from=").matches(".*from=\\d{4}-\\d\\d-\\d\\d&to=\\d{4}-\\d\\d-\\d\\d");
        tell();
        assertThat(mails()).as("told once").hasSize(1);
        assertThat(mailsAfter(7)).hasSize(2);
        ask("never");
        assertThat(mailsAfter(14)).hasSize(2);
        assertThat(town.leila.signedIn().get(PAGE).body()).containsPattern("value=\"never\" checked");
    }

    @Test
    void a_month_is_told_when_it_is_over_and_nobody_else_is_told_of_it() {
        ask("month");
        assertThat(mailsAfter(32)).singleElement().asString().startsWith("figures_month /reports?from=");
        assertThat(Everything.in(haki).mailsTo(town.fatou.signInName())).noneMatch(mail -> mail.startsWith("figures"));
    }

    @Test
    void whoever_may_see_no_figures_any_more_is_not_told() {
        ask("week");
        Everything.in(haki).pass("delete from hub.membership where login_id = '" + town.leila.id() + "' and :org is not null", town.riverbend);
        assertThat(mailsAfter(7)).isEmpty();
    }

    @Test
    void the_link_in_a_mail_ends_the_mails_without_a_sign_in_and_only_when_it_is_pressed() {
        ask("week");
        var link = ending.path(town.leila.id());
        var stranger = town.stranger();
        var asked = stranger.get(link);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Shall it come no more?").doesNotContain("Leila", "Riverbend");
        assertThat(mailsAfter(7)).as("looking at the link ends nothing").hasSize(1);
        var nobodys = stranger.post("/unsubscription/" + "x".repeat(43), "List-Unsubscribe", "One-Click");
        assertThat(mailsAfter(7)).as("another link ends nothing").hasSize(2);
        var ended = stranger.post(link, "List-Unsubscribe", "One-Click");
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body().replaceAll("[0-9a-f-]{36}", "")).as("a link that leads to nothing is answered alike").isEqualTo(nobodys.body().replaceAll("[0-9a-f-]{36}", ""));
        assertThat(mailsAfter(7)).hasSize(2);
        assertThat(Everything.in(haki).count("select count(*) from haki.audit_entry where org_id = :org and act = 'report.mail_left' and object_id = '" + town.leila.id() + "'",
                town.riverbend)).isEqualTo(1);
        assertThat(stranger.get("/reports").status()).as("it opens nothing else").isNotEqualTo(200);
        assertThat(town.fatou.signedIn().get("/reports/mail").body()).containsPattern("value=\"never\" checked");
    }

    @Test
    void the_link_of_another_organisation_ends_its_own_mails_only() {
        ask("week");
        assertThat(town.stranger().post(ending.path(town.prem.id())).status()).isEqualTo(200);
        assertThat(mailsAfter(7)).hasSize(1);
    }

    private void ask(String every) {
        assertThat(town.leila.signedIn().fill(PAGE, PAGE, "every", every).status()).isEqualTo(303);
    }

    private List<String> mailsAfter(int days) {
        clock.pass(Duration.ofDays(days));
        tell();
        return mails();
    }

    private void tell() {
        mails.tellDue(town.riverbendSystem());
    }

    private List<String> mails() {
        return Everything.in(haki).mailsTo(town.leila.signInName()).stream().filter(mail -> mail.startsWith("figures")).toList();
    }
}
