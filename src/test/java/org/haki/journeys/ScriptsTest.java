package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.haki.ui.UiAlone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What our scripts do in a real browser: keys, the lock and its draft, leaving quickly, work before sending. */
@SpringBootTest(
        classes = UiAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"haki.data=target/test-haki", "haki.strict=true"})
class ScriptsTest {

    @LocalServerPort
    private int port;

    private Page page;

    @Test
    void a_key_goes_where_it_says_and_sleeps_while_somebody_types() {
        open("wanjiru", "/help/keys");
        page.keyboard().type("gc");
        page.waitForURL("**/cases");
        open("wanjiru", "/help/keys");
        page.keyboard().type("/");
        page.keyboard().type("gi");
        assertThat(page.inputValue("#search")).isEqualTo("gi");
        page.keyboard().press("Escape");
        page.keyboard().type("?");
        page.waitForURL("**/help/keys");
    }

    @Test
    void keys_can_be_turned_off_on_this_device() {
        open("wanjiru", "/help/keys");
        page.click("[data-keys]");
        page.keyboard().type("gc");
        page.reload();
        assertThat(page.url()).endsWith("/help/keys");
        assertThat(page.textContent("[data-keys]")).isEqualTo("Turn the keys on");
    }

    @Test
    void the_sentence_about_what_was_done_leaves_the_address() {
        open("wanjiru", "/more?done=saved");
        assertThat(page.textContent(".notice[role=status]")).contains("Saved.");
        assertThat(page.url()).endsWith("/more");
    }

    @Test
    void an_untouched_screen_locks_and_what_was_written_comes_back() {
        open("wanjiru", "/more");
        page.clock().install();
        page.reload();
        writeAForm();
        page.fill("#words", "She came with Devi ");
        page.check("[name=hours][value='10']");
        page.clock().fastForward("14:00");
        assertThat(page.url()).endsWith("/more");
        page.clock().fastForward("02:00");
        page.waitForURL("**/lock?page=%2Fmore");
        page.addInitScript("document.addEventListener('DOMContentLoaded', () => { " + FORM.replace("\"3\"", "\"7\"") + " })");
        page.navigate(address("/more?draft=1"));
        page.waitForSelector("text=What you wrote is still here");
        assertThat(page.inputValue("#words")).isEqualTo("She came with Devi ");
        assertThat(page.isChecked("[name=hours][value='10']")).isTrue();
        assertThat(page.isChecked("[name=hours][value='7']")).isFalse();
        assertThat(page.inputValue("#writing [name=op]")).as("an operation of its own").isEqualTo("fresh");
        assertThat(page.inputValue("#writing [name=base]")).as("the version that was looked at").isEqualTo("3");
        assertThat(page.url()).endsWith("/more");
    }

    @Test
    void escape_three_times_leaves_and_back_does_not_lead_here() {
        open(null, "/nowhere");
        page.navigate(address("/nowhere?l=es"));
        for (int i = 0; i < 3; i++) {
            page.keyboard().press("Escape");
        }
        page.waitForURL("**/leave?l=es");
        page.goBack();
        assertThat(page.url()).endsWith("/nowhere").doesNotContain("l=es");
    }

    @Test
    void the_work_before_sending_is_real() throws Exception {
        open(null, "/nowhere");
        var nonce = (String) page.evaluate("work('challenge-of-ours', 14)");
        var hash = MessageDigest.getInstance("SHA-256").digest(("challenge-of-ours:" + nonce).getBytes(StandardCharsets.UTF_8));
        assertThat(hash[0]).isZero();
        assertThat(hash[1] & 0b1111_1100).isZero();
        assertThat(page.evaluate("sha256Start('abc').toString(16)")).isEqualTo("ba7816bf");
    }

    @Test
    void our_own_pages_are_for_everyone() {
        for (var path : List.of("/help/keys", "/more", "/nowhere", "/more?l=xr")) {
            for (var screen : List.of(Chrome.Screen.PHONE, Chrome.Screen.DESK)) {
                page = Chrome.of(screen);
                page.context().addCookies(List.of(new Cookie("who", "wanjiru").setUrl(address("/"))));
                page.navigate(address(path));
                Chrome.isAccessible(page);
                assertThat(page.evaluate("document.documentElement.scrollWidth > innerWidth")).as(path).isEqualTo(false);
                page.context().close();
            }
        }
        open(null, "/nowhere");
        Chrome.isAccessible(page);
    }

    private static final String FORM = """
            document.querySelector('main').insertAdjacentHTML('beforeend', `<form id="writing" method="post" action="/door/said">
              <input type="hidden" name="op" value="fresh"><input type="hidden" name="base" value="3">
              <label for="words">Words</label> <textarea id="words" name="words"></textarea>
              <label><input type="checkbox" name="hours" value="7" checked> 7</label>
              <label><input type="checkbox" name="hours" value="10"> 10</label></form>`);
            """;

    private void writeAForm() {
        page.evaluate(FORM);
        page.uncheck("[name=hours][value='7']");
    }

    private void open(String who, String path) {
        if (page != null) {
            page.context().close();
        }
        page = Chrome.of(Chrome.Screen.DESK);
        if (who != null) {
            page.context().addCookies(List.of(new Cookie("who", who).setUrl(address("/"))));
        }
        page.navigate(address(path));
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
