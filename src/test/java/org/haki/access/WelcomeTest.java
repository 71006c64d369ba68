package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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

@HakiTest
@Import(TestClock.class)
class WelcomeTest {

    private static final String PASSWORD = "A river runs by the mill";
    private static final Pattern CARD_CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}");

    @Autowired
    ApplicationContext haki;

    @Autowired
    TestClock clock;

    Town town;
    Visitor visitor;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        visitor = town.stranger();
    }

    @Test
    void the_code_of_somebody_else_or_an_old_one_lets_nobody_in() {
        var code = code(town.mateo);
        assertThat(began(visitor, town.wanjiru.signInName(), code).status()).isEqualTo(422);
        assertThat(began(visitor, "nobody-at-all", code).status()).isEqualTo(422);
        assertThat(began(visitor, town.mateo.signInName(), "0000-0000-00000").status()).isEqualTo(422);
        clock.pass(Duration.ofDays(8));
        assertThat(began(visitor, town.mateo.signInName(), code).status()).isEqualTo(422);
    }

    @Test
    void an_earlier_code_ends_with_the_next() {
        var first = code(town.mateo);
        var second = code(town.mateo);
        assertThat(began(visitor, town.mateo.signInName(), first).status()).isEqualTo(422);
        assertThat(began(visitor, town.mateo.signInName(), second).status()).isEqualTo(303);
    }

    @Test
    void the_steps_cannot_be_skipped() {
        for (var page : List.of("/welcome/password", "/welcome/factor")) {
            assertThat(visitor.get(page).location()).isEqualTo("/welcome");
        }
        began(visitor, town.mateo.signInName(), code(town.mateo));
        assertThat(visitor.get("/welcome/factor").location()).isEqualTo("/welcome");
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
        assertThat(visitor.get("/sign-in/code").location()).isEqualTo("/sign-in");
    }

    @Test
    void a_password_that_is_easy_to_guess_is_refused_with_its_reason() {
        began(visitor, town.mateo.signInName(), code(town.mateo));
        assertThat(chosen("short").text()).contains("At least 10 characters");
        assertThat(chosen("password123").text()).contains("among the first that anybody tries");
        assertThat(chosen("PASSWORD123").text()).contains("among the first that anybody tries");
        assertThat(chosen("abababababababab").text()).contains("among the first that anybody tries");
        assertThat(chosen("my " + town.mateo.signInName() + " my own").text()).contains("Your sign-in name is in it");
        assertThat(chosen("x".repeat(201)).text()).contains("At most 200 characters");
        var different = visitor.fill("/welcome/password", "/welcome/password", "password", PASSWORD, "again", PASSWORD + "s");
        assertThat(different.text()).contains("not the same as above");
        assertThat(different.body()).doesNotContain(PASSWORD);
    }

    @Test
    void with_an_app_a_newcomer_comes_in_and_later_signs_in_with_it() {
        began(visitor, town.mateo.signInName(), code(town.mateo).toLowerCase().replace("-", " "));
        var choice = chosen(PASSWORD).next();
        assertThat(choice.body()).contains("<svg class=\"qr\"");
        var form = choice.form("/welcome/factor");
        assertThat(form.send("code", "123456").status()).isEqualTo(422);
        var seed = Totp.read(form.value("seed"));
        assertThat(form.send("code", Totp.codeAt(seed, clock.now())).location()).isEqualTo("/");
        assertThat(visitor.get("/me").status()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(1));
        var next = town.stranger();
        next.fill("/sign-in", "/sign-in", "name", town.mateo.signInName(), "password", PASSWORD);
        assertThat(next.fill("/sign-in/code", "/sign-in/code", "code", Totp.codeAt(seed, clock.now())).location()).isEqualTo("/");
    }

    @Test
    void with_a_printed_card_a_newcomer_needs_no_phone() {
        began(visitor, town.mateo.signInName(), code(town.mateo));
        var printed = printed(chosen(PASSWORD).next());
        var codes = CARD_CODE.matcher(printed.text()).results().map(each -> each.group()).toList();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(printed.form("/welcome/factor").send("code", "0000-0000").status()).isEqualTo(422);
        assertThat(printed.form("/welcome/factor").send("code", codes.getFirst()).location()).isEqualTo("/");
        assertThat(visitor.get("/me").text()).contains("9 codes left");
    }

    @Test
    void the_code_holds_once_but_until_all_is_done() {
        var code = code(town.mateo);
        began(visitor, town.mateo.signInName(), code);
        chosen(PASSWORD);
        var again = town.stranger();
        assertThat(began(again, town.mateo.signInName(), code).status()).as("left half way").isEqualTo(303);
        var step = again.get("/welcome/password");
        assertThat(step.text()).contains("Your password, as before");
        step.form("/welcome/password").send("password", PASSWORD);
        var card = printed(again.get("/welcome/factor"));
        var first = CARD_CODE.matcher(card.text()).results().map(each -> each.group()).findFirst().orElseThrow();
        assertThat(card.form("/welcome/factor").send("code", first).location()).isEqualTo("/");
        assertThat(began(town.stranger(), town.mateo.signInName(), code).status()).isEqualTo(422);
    }

    @Test
    void a_new_code_ends_password_second_factor_and_sessions_at_once() {
        var mateo = town.mateo.signedIn();
        code(town.mateo);
        assertThat(mateo.get("/me").location()).startsWith("/sign-in");
        assertThat(visitor.fill("/sign-in", "/sign-in", "name", town.mateo.signInName(), "password", town.mateo.password()).status())
                .isEqualTo(422);
    }

    @Test
    void a_new_code_for_the_second_factor_needs_the_password_as_well() {
        var code = haki.getBean(Accounts.class).handOver(town.tomasz.actor(), town.mateo.id(), true);
        began(visitor, town.mateo.signInName(), code);
        assertThat(visitor.fill("/welcome/password", "/welcome/password", "password", "of the finder").status()).isEqualTo(422);
        var step = visitor.fill("/welcome/password", "/welcome/password", "password", town.mateo.password());
        assertThat(step.location()).isEqualTo("/welcome/factor");
    }

    private String code(Town.Person person) {
        return haki.getBean(Accounts.class).handOver(town.tomasz.actor(), person.id(), false);
    }

    private static Page began(Visitor visitor, String name, String code) {
        return visitor.fill("/welcome", "/welcome", "name", name, "code", code);
    }

    private Page chosen(String password) {
        return visitor.fill("/welcome/password", "/welcome/password", "password", password, "again", password);
    }

    private static Page printed(Page choice) {
        return choice.forms().stream().filter(form -> form.value("how") == null).findFirst().orElseThrow().send("how", "print");
    }
}
