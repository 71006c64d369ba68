package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.Visitor;
import org.haki.audit.AuditChain;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** F9: the machine's clock is wrong, and is put right. */
@HakiTest
@Import(TestClock.class)
class ClocksTest {

    private static final Duration AHEAD = Duration.ofDays(3);
    private static final Duration BEHIND = Duration.ofDays(-730);

    @Autowired
    ApplicationContext haki;

    @Autowired
    TestClock clock;

    Town town;

    @BeforeEach
    void a_town() {
        clock.reset();
        town = Town.in(haki);
    }

    @AfterEach
    void the_present() {
        clock.reset();
    }

    @Test
    void F9_a_session_ends_when_the_clock_jumps_ahead_and_one_of_the_future_when_it_is_put_right() {
        var before = town.wanjiru.signedIn();
        clock.pass(AHEAD);
        assertThat(before.get("/today").location()).as("12 hours and more went by, as far as anybody knows").startsWith("/sign-in");
        var ahead = town.wanjiru.signedIn();
        assertThat(ahead.get("/today").status()).isEqualTo(200);
        clock.reset();
        assertThat(ahead.get("/today").location()).as("it would have lived for three days more").startsWith("/sign-in");
    }

    @Test
    void F9_a_clock_two_years_behind_keeps_no_session_alive() {
        var before = town.wanjiru.signedIn();
        clock.pass(BEHIND);
        assertThat(before.get("/today").location()).startsWith("/sign-in");
        assertThat(town.wanjiru.signedIn().get("/today").status()).as("whoever signs in anew works on").isEqualTo(200);
    }

    @Test
    void F9_whoever_had_to_wait_by_a_clock_that_was_ahead_waits_no_longer_than_ever() {
        clock.pass(AHEAD);
        var stranger = town.stranger();
        for (int i = 0; i < 7; i++) {
            tried(stranger, "not the password");
        }
        assertThat(tried(stranger, town.fatou.password()).status()).as("she waits").isNotEqualTo(303);
        clock.reset();
        assertThat(tried(town.stranger(), town.fatou.password()).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void F9_a_code_by_the_time_step_of_a_wrong_clock_is_refused_in_words_that_name_the_clock() {
        clock.pass(Duration.ofMinutes(10));
        var asked = tried(town.stranger(), town.fatou.password()).next().form("/sign-in/code").send("code", "123456");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("check the clock");
        assertThat(town.fatou.signedIn().get("/today").status()).as("a printed code holds by any clock").isEqualTo(200);
    }

    @Test
    void the_trail_is_whole_and_everything_stands_in_the_story_whatever_the_clock_said() {
        var file = CaseStory.in(haki, town).open();
        for (var moved : List.of(Duration.ZERO, AHEAD, BEHIND)) {
            clock.reset();
            clock.pass(moved);
            var wanjiru = town.wanjiru.signedIn();
            var noted = wanjiru.get(file.path() + "/notes/new").form(file.path() + "/notes").send("text", "By a clock of " + moved);
            assertThat(noted.status()).isEqualTo(303);
        }
        clock.reset();
        assertThat(town.wanjiru.signedIn().get(file.path()).text()).contains("By a clock of PT0S", "By a clock of " + AHEAD, "By a clock of " + BEHIND);
        assertThat(haki.getBean(AuditChain.class).verify(town.riverbend.id())).returns(Optional.empty(), AuditChain.Proof::broken);
    }

    private Page tried(Visitor visitor, String password) {
        return visitor.get("/sign-in").form("/sign-in").send("name", town.fatou.signInName(), "password", password);
    }
}
