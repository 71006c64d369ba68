package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/** Whoever errs often waits, whatever the factor, and the right answer does not help while waiting. */
@HakiTest
@Import(TestClock.class)
class LockoutTest {

    @Autowired
    ApplicationContext haki;

    @Autowired
    TestClock clock;

    Town town;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @Test
    void on_the_password() {
        waits(said -> password(town.stranger(), town.fatou.signInName(), said), "wrong one", town.fatou.password());
    }

    @Test
    void on_a_name_nobody_has_just_as_long_and_with_the_same_words() {
        var known = failing(said -> password(town.stranger(), town.fatou.signInName(), said), "wrong one");
        var unknown = failing(said -> password(town.stranger(), "nobody-" + town.fatou.signInName(), said), "wrong one");
        assertThat(unknown).isEqualTo(known);
    }

    @Test
    void on_the_code_of_the_app() {
        var visitor = town.stranger();
        password(visitor, town.fatou.signInName(), town.fatou.password());
        failing(said -> visitor.fill("/sign-in/code", "/sign-in/code", "code", said), "000000");
        var right = Totp.codeAt(town.fatou.totpSeed(), clock.now());
        assertThat(visitor.fill("/sign-in/code", "/sign-in/code", "code", right).status()).isEqualTo(429);
        clock.pass(Duration.ofMinutes(16));
        password(visitor, town.fatou.signInName(), town.fatou.password());
        var fresh = Totp.codeAt(town.fatou.totpSeed(), clock.now());
        assertThat(visitor.fill("/sign-in/code", "/sign-in/code", "code", fresh).status()).isEqualTo(303);
    }

    @Test
    void on_the_printed_card() {
        var visitor = town.stranger();
        password(visitor, town.fatou.signInName(), town.fatou.password());
        waits(said -> visitor.fill("/sign-in/code", "/sign-in/code", "code", said), "AAAA-AAAA", town.fatou.card().getFirst());
    }

    @Test
    void on_the_one_time_code() {
        var code = haki.getBean(Accounts.class).handOver(town.tomasz.actor(), town.mateo.id(), false);
        waits(said -> town.stranger().fill("/welcome", "/welcome", "name", town.mateo.signInName(), "code", said),
                "0000-0000-00000", code);
    }

    @Test
    void on_the_locked_screen() {
        var fatou = town.fatou.signedIn();
        fatou.get("/lock");
        waits(said -> fatou.fill("/lock", "/unlock", "proof", said), "wrong one", town.fatou.password());
    }

    @Test
    void on_one_s_own_password_when_it_is_changed() {
        var fatou = town.fatou.signedIn();
        failing(said -> fatou.fill("/me", "/me/password", "current", said, "password", "A heron by the weir", "again", "A heron by the weir"),
                "wrong one");
        assertThat(password(town.stranger(), town.fatou.signInName(), town.fatou.password()).status()).isEqualTo(303);
    }

    @Test
    void on_the_link_of_the_first_start() {
        for (int i = 0; i < 5; i++) {
            assertThat(town.stranger().get("/set-up/" + "x".repeat(43)).status()).isEqualTo(404);
        }
        assertThat(town.stranger().get("/set-up/" + "x".repeat(43)).status()).isEqualTo(429);
        clock.pass(Duration.ofMinutes(16));
    }

    @Test
    void a_strangers_tries_lock_nobody_out_on_a_trusted_device() {
        var visitor = town.stranger();
        password(visitor, town.fatou.signInName(), town.fatou.password());
        visitor.fill("/sign-in/code", "/sign-in/code", "code", town.fatou.card().getFirst(), "trust", "true");
        failing(said -> password(town.stranger(), town.fatou.signInName(), said), "wrong one");
        visitor.forget("haki");
        assertThat(password(visitor, town.fatou.signInName(), town.fatou.password()).location()).isEqualTo("/");
    }

    /** Five failures, then the right answer is refused until the wait is over. */
    private void waits(Function<String, Page> attempt, String wrong, String right) {
        failing(attempt, wrong);
        var soon = attempt.apply(right);
        assertThat(soon.status()).as("right, but too soon").isEqualTo(429);
        assertThat(soon.header("Retry-After")).as("as long as the page says").matches("1\\d");
        clock.pass(Duration.ofSeconds(16));
        assertThat(attempt.apply(right).status()).as("right, after the wait").isEqualTo(303);
    }

    private static List<Integer> failing(Function<String, Page> attempt, String wrong) {
        for (int i = 0; i < 5; i++) {
            assertThat(attempt.apply(wrong).status()).as("failure %s", i + 1).isEqualTo(422);
        }
        var refused = attempt.apply(wrong);
        assertThat(refused.text()).containsPattern("Too many tries. Wait 1\\d seconds");
        return List.of(refused.status());
    }

    private static Page password(Visitor visitor, String name, String password) {
        return visitor.fill("/sign-in", "/sign-in", "name", name, "password", password);
    }
}
