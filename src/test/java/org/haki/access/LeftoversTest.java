package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** What is cleared away at night, and when; what is still needed stays. */
@HakiTest
@Import(TestClock.class)
class LeftoversTest {

    private static final String OF_RIVERBEND = " l join hub.login p on p.id = l.login_id where p.org_id = :org";

    @Autowired ApplicationContext haki;
    @Autowired TestClock clock;
    @Autowired Leftovers leftovers;

    private Town town;
    private Everything everything;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        everything = Everything.in(haki);
    }

    @Test
    void a_draft_waits_thirty_days_for_its_writer_and_no_longer() {
        var drafts = haki.getBean(Drafts.class);
        drafts.keep(town.wanjiru.actor(), "/me", "/me", Map.of("text", new String[] {"Half a sentence"}));
        drafts.keep(town.sushila.actor(), "/me", "/me", Map.of("text", new String[] {"Hers"}));
        clock.pass(Duration.ofDays(29));
        drafts.keep(town.leila.actor(), "/me", "/me", Map.of("text", new String[] {"Another one"}));
        clear();
        assertThat(drafts()).isEqualTo(2);
        clock.pass(Duration.ofDays(2));
        clear();
        assertThat(drafts()).isEqualTo(1);
        assertThat(everything.count("select count(*)::int from haki.draft where org_id = :org", town.northgate)).as("not cleared yet").isEqualTo(1);
    }

    @Test
    void sessions_that_are_over_go_but_the_last_of_each_person_and_sign_ins_stay_a_year() {
        town.wanjiru.signedIn();
        clock.pass(Duration.ofDays(1));
        town.wanjiru.signedIn();
        clear();
        assertThat(rows("session")).isEqualTo(2);
        clock.pass(Duration.ofDays(31));
        clear();
        assertThat(rows("session")).isEqualTo(1);
        assertThat(rows("sign_in")).isPositive();
        clock.pass(Duration.ofDays(335));
        clear();
        assertThat(rows("sign_in")).isZero();
        assertThat(rows("session")).isEqualTo(1);
    }

    @Test
    void somebody_who_works_keeps_her_session_and_her_trusted_browser() {
        var leila = town.leila.signedIn();
        clear();
        assertThat(leila.get("/me").status()).isEqualTo(200);
    }

    @Test
    void codes_that_were_used_or_ran_out_go_after_thirty_days_and_the_others_stay() {
        haki.getBean(Accounts.class).handOver(town.tomasz.actor(), town.mateo.id(), false);
        town.wanjiru.signedIn();
        int before = rows("one_time_code");
        clear();
        assertThat(rows("one_time_code")).isEqualTo(before);
        clock.pass(Duration.ofDays(38));
        clear();
        assertThat(rows("one_time_code")).as("without the one handed over and the line of the card").isEqualTo(before - 2);
        town.wanjiru.signedIn();
    }

    @Test
    void wrong_tries_are_forgotten_once_they_are_forgiven() {
        town.stranger().fill("/sign-in", "/sign-in", "name", town.fatou.signInName(), "password", "wrong one");
        int tried = lockouts();
        clear();
        assertThat(lockouts()).isEqualTo(tried).isPositive();
        clock.pass(Duration.ofDays(2));
        clear();
        assertThat(lockouts()).isZero();
    }

    @Test
    void who_asked_to_join_is_forgotten_a_year_after_it_was_decided_and_no_request_that_waits_is() {
        town.inOneNetwork();
        ask("Hilltop Legal Aid");
        ask("Valley Advice");
        var joining = haki.getBean(Joining.class);
        joining.decline(town.tomasz.actor(), joining.all(town.tomasz.actor()).getFirst().id(), "Not registered", Op.own());
        clock.pass(Duration.ofDays(364));
        clear();
        assertThat(joining.all(town.tomasz.actor())).hasSize(2);
        clock.pass(Duration.ofDays(2));
        clear();
        assertThat(joining.all(town.tomasz.actor())).singleElement().matches(JoinRequest::waiting);
    }

    private void ask(String organisation) {
        var visitor = haki.getBean(Organisations.class).atPublicPage(town.riverbend, null);
        var asked = new AskToJoin(organisation, "We advise tenants", "KE", "", "1", "Sita Lama", "", "555 0111");
        haki.getBean(Joining.class).ask(visitor, asked, Id.next(), false);
    }

    /** As the job does it, for Riverbend. */
    private void clear() {
        leftovers.clear();
        leftovers.clearDrafts(town.riverbendSystem());
    }

    private int drafts() {
        return everything.count("select count(*)::int from haki.draft where org_id = :org", town.riverbend);
    }

    private int rows(String table) {
        return everything.count("select count(*)::int from hub." + table + OF_RIVERBEND, town.riverbend);
    }

    private int lockouts() {
        return everything.count("select count(*)::int from hub.lockout where :org is not null", town.riverbend);
    }
}
