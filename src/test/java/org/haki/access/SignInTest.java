package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
class SignInTest {

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
    void without_a_session_every_staff_page_leads_to_the_sign_in_and_afterwards_back() {
        var refused = visitor.get("/me?from=there");
        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.location()).isEqualTo("/sign-in?page=%2Fme%3Ffrom%3Dthere");
        assertThat(visitor.get("/no/such/page").location()).startsWith("/sign-in");
        var code = refused.next().form("/sign-in").send("name", town.fatou.signInName(), "password", town.fatou.password());
        var opened = code.next().form("/sign-in/code").send("code", town.fatou.card().getFirst());
        assertThat(opened.location()).isEqualTo("/me?from=there");
        assertThat(visitor.get("/me").text()).contains("Fatou Sané");
    }

    @Test
    void nobody_is_led_to_another_host_after_the_sign_in() {
        for (var elsewhere : new String[] {"https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x"}) {
            var stranger = town.stranger();
            var code = stranger.get("/sign-in").form("/sign-in")
                    .send("name", town.fatou.signInName(), "password", town.fatou.password(), "page", elsewhere);
            var opened = code.next().form("/sign-in/code").send("code", town.fatou.card().removeFirst(), "page", elsewhere);
            assertThat(opened.location()).isEqualTo("/");
        }
    }

    @Test
    void a_name_nobody_has_is_answered_like_a_wrong_password() {
        var known = tried(town.stranger(), town.fatou.signInName(), "not the password");
        var unknown = tried(town.stranger(), "f" + "x".repeat(town.fatou.signInName().length() - 1), "not the password");
        assertThat(known.status()).isEqualTo(422);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(plain(unknown)).isEqualTo(plain(known));
        assertThat(unknown.headers("Set-Cookie")).isEqualTo(known.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void an_account_that_has_ended_is_answered_like_a_wrong_password() {
        var accounts = haki.getBean(Accounts.class);
        var tomasz = town.tomasz.actor();
        var before = accounts.of(tomasz, town.mateo.id());
        accounts.end(tomasz, town.mateo.id(), new org.haki.kernel.Op(java.util.UUID.randomUUID(), before.version(), new byte[0]));
        var refused = tried(visitor, town.mateo.signInName(), town.mateo.password());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Sign-in name or password is not right");
    }

    @Test
    void the_password_alone_opens_nothing() {
        tried(visitor, town.fatou.signInName(), town.fatou.password());
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
        assertThat(visitor.get("/lock").location()).startsWith("/sign-in");
    }

    @Test
    void the_name_is_the_same_in_capitals_and_with_spaces_around() {
        var next = tried(visitor, "  " + town.fatou.signInName().toUpperCase() + " ", town.fatou.password());
        assertThat(next.location()).isEqualTo("/sign-in/code");
    }

    @Test
    void a_code_of_the_app_opens_and_never_opens_again() {
        var code = Totp.codeAt(town.leila.totpSeed(), clock.now());
        assertThat(second(passed(visitor, town.leila), code).location()).isEqualTo("/");
        var again = second(passed(town.stranger(), town.leila), code);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Each code works only once");
        clock.pass(Duration.ofSeconds(60));
        var fresh = Totp.codeAt(town.leila.totpSeed(), clock.now());
        assertThat(second(passed(town.stranger(), town.leila), fresh).location()).isEqualTo("/");
    }

    @Test
    void a_code_of_the_app_may_be_half_a_minute_old_and_no_more() {
        var old = Totp.codeAt(town.leila.totpSeed(), clock.now().minusSeconds(90));
        assertThat(second(passed(visitor, town.leila), old).status()).isEqualTo(422);
        var recent = Totp.codeAt(town.leila.totpSeed(), clock.now().minusSeconds(30));
        assertThat(second(passed(visitor, town.leila), recent).status()).isEqualTo(303);
    }

    @Test
    void a_code_of_the_card_opens_once_as_people_type_it() {
        var code = town.wanjiru.card().getFirst();
        assertThat(second(passed(visitor, town.wanjiru), " " + code.toLowerCase().replace("-", " ")).location()).isEqualTo("/");
        assertThat(second(passed(town.stranger(), town.wanjiru), code).status()).isEqualTo(422);
        assertThat(second(passed(town.stranger(), town.mateo), town.wanjiru.card().get(1)).status())
                .as("somebody else's card")
                .isEqualTo(422);
    }

    @Test
    void a_trusted_browser_is_not_asked_again_until_thirty_days_are_over() {
        second(passed(visitor, town.wanjiru), town.wanjiru.card().getFirst(), "trust", "true");
        visitor.forget("haki");
        assertThat(tried(visitor, town.wanjiru.signInName(), town.wanjiru.password()).location()).isEqualTo("/");
        visitor.forget("haki");
        assertThat(tried(visitor, town.mateo.signInName(), town.mateo.password()).location())
                .as("somebody else at the same browser")
                .isEqualTo("/sign-in/code");
        clock.pass(Duration.ofDays(31));
        assertThat(tried(visitor, town.wanjiru.signInName(), town.wanjiru.password()).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void a_revoked_device_is_signed_out_and_asked_again() {
        second(passed(visitor, town.wanjiru), town.wanjiru.card().getFirst(), "trust", "true");
        var me = visitor.get("/me");
        var revoke = me.forms().stream().filter(form -> form.action().startsWith("/me/devices/")).findFirst().orElseThrow();
        revoke.send();
        assertThat(visitor.get("/me").location()).startsWith("/sign-in");
        assertThat(tried(visitor, town.wanjiru.signInName(), town.wanjiru.password()).location()).isEqualTo("/sign-in/code");
    }

    @Test
    void the_token_changes_when_the_session_opens_and_the_cookie_is_closed_to_script() {
        var next = tried(visitor, town.fatou.signInName(), town.fatou.password());
        assertThat(next.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        var before = visitor.cookie("haki");
        second(visitor, town.fatou.card().getFirst());
        assertThat(visitor.cookie("haki")).isPresent().isNotEqualTo(before);
    }

    @Test
    void a_forged_form_does_nothing() {
        var fatou = town.fatou.signedIn();
        assertThat(fatou.post("/me", "name", "Forged", "language", "en", "op", "0197a3c2-0000-7000-8000-000000000000").status())
                .isEqualTo(403);
        var form = fatou.get("/me").form("/me");
        var stolen = town.leila.signedIn().get("/me").form("/me").value("_csrf");
        assertThat(form.send("name", "Forged", "_csrf", stolen).status()).isEqualTo(403);
        assertThat(fatou.get("/me").text()).doesNotContain("Forged");
        assertThat(visitor.post("/sign-in", "name", town.fatou.signInName(), "password", town.fatou.password()).location())
                .as("a sign-in without its hidden value is only shown anew")
                .isEqualTo("/sign-in");
    }

    @Test
    void public_pages_set_no_cookie() {
        assertThat(visitor.get("/report").headers("Set-Cookie")).isEmpty();
        assertThat(visitor.get("/health").headers("Set-Cookie")).isEmpty();
    }

    @Test
    void whoever_signs_out_is_out() {
        var fatou = town.fatou.signedIn();
        var twin = fatou.twin();
        assertThat(fatou.get("/me").form("/sign-out").send().location()).isEqualTo("/sign-in");
        assertThat(twin.get("/me").location()).startsWith("/sign-in");
    }

    @Test
    void twelve_hours_after_the_sign_in_one_signs_in_anew() {
        var fatou = town.fatou.signedIn();
        for (int i = 0; i < 12 * 6; i++) {
            clock.pass(Duration.ofMinutes(10));
            fatou.get("/me");
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(fatou.get("/me").location()).startsWith("/sign-in");
    }

    @Test
    void each_can_read_who_tried_to_sign_in_as_them() {
        tried(visitor, town.fatou.signInName(), "not the password");
        var me = town.fatou.signedIn().get("/me").text();
        assertThat(me).contains("Wrong password").contains("Signed in");
    }

    private static Page tried(Visitor visitor, String name, String password) {
        return visitor.fill("/sign-in", "/sign-in", "name", name, "password", password);
    }

    private static Visitor passed(Visitor visitor, Town.Person person) {
        assertThat(tried(visitor, person.signInName(), person.password()).location()).isEqualTo("/sign-in/code");
        return visitor;
    }

    private static Page second(Visitor visitor, String code, String... more) {
        var fields = new String[more.length + 2];
        fields[0] = "code";
        fields[1] = code;
        System.arraycopy(more, 0, fields, 2, more.length);
        return visitor.fill("/sign-in/code", "/sign-in/code", fields);
    }

    private static String plain(Page page) {
        return page.body()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("name=\"name\" type=\"text\" value=\"[^\"]*\"", "");
    }
}
