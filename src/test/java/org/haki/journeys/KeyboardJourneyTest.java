package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The main job by keyboard alone: no click, and nothing filled that did not have focus. */
@HakiTest
class KeyboardJourneyTest {

    private static final Pattern CODE = Pattern.compile("/cases/([0-9A-Z]+)");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Page page;
    private Keyboard keys;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
    }

    @AfterEach
    void theBrowserCloses() {
        page.context().close();
    }

    @Test
    void a_report_becomes_a_verified_and_closed_case_without_a_mouse() {
        sheReports();
        signIn(town.fatou);
        var code = fatouAccepts();
        signIn(town.wanjiru);
        wanjiruWorks(code);
        wanjiruProposesClosing(code);
        signIn(town.leila);
        leilaVerifies(code);
        leilaLooksAtTheFigures();
    }

    @Test
    void what_has_focus_in_the_queue_keeps_it_when_new_reports_come_in() {
        handIn("The first, about the mill.");
        handIn("The second, about the well.");
        signIn(town.fatou);
        keys.leave("g", "i");
        page.clock().install();
        page.reload();
        keys.skip();
        for (var target : List.of("link Waiting", "summary Filter", "checkbox Select", "link The first", "combobox Reason", "button Not a case")) {
            keys.to(target);
            page.waitForResponse(answer -> answer.url().contains("/intake/fresh") && answer.status() == 200, () -> {
                handIn("Another one.");
                page.clock().fastForward("00:09");
            });
            page.locator("#rows:not(.htmx-request, .htmx-swapping, .htmx-settling, .htmx-added)").waitFor();
            assertThat(keys.here()).as("what has focus after new rows came").startsWith(target);
        }
    }

    private void sheReports() {
        open("/report/" + town.riverbend.slug());
        keys.skip().to("button Send").leave("Enter");
        assertThat(page.evaluate("document.activeElement.id")).as("the first thing read after a mistake").isEqualTo("errors");
        keys.to("link Write a few words").press("Enter");
        assertThat(keys.here()).startsWith("textbox What happened?");
        keys.type("He came back. My sister hides at the neighbour’s house, zanzara.")
                .type("Where?", "Seti Bazaar")
                .choose("How old is the person who was hurt?", "18 or older")
                .choose("Is that person safe now?", "No, in danger now")
                .choose("May we call?", "Yes, call me")
                .type("Phone number", "0712 345 678")
                .choose("Whose phone is this?", "Mine, but others")
                .to("checkbox 10").press("Space")
                .type("If someone else answers", "the sewing class")
                .to("button Send").leave("Enter");
        assertThat(page.locator("main").innerText()).containsPattern("\\d{4} \\d{4} \\d{4} \\d{4}");
    }

    private String fatouAccepts() {
        keys.leave("g", "i").press("j");
        assertThat(keys.here()).startsWith("link He came back");
        keys.leave("Enter");
        assertThat(page.locator(".reading").innerText()).contains("the sewing class");
        keys.leave("a").skip()
                .type("Her name", "Asha Thapa")
                .choose("How old is she?", "18 or older")
                .pick("Who answers for the case?", "Wanjiru Otieno")
                .choose("Who may see the case?", "Our office")
                .choose("Our services", "She agreed")
                .choose("May it be counted", "She agreed")
                .pick("How she said so", "Spoken, on the telephone")
                .to("button Open the case").leave("Enter");
        var code = CODE.matcher(page.url());
        assertThat(code.find()).as(page.locator("main").innerText()).isTrue();
        return code.group(1);
    }

    private void wanjiruWorks(String code) {
        keys.skip().to("link New for you").leave("Enter");
        assertThat(page.locator("h1").innerText()).isEqualTo("Asha Thapa");
        keys.leave("h");
        assertThat(page.locator("main").innerText()).as("one key, and nobody reads a name over her shoulder").doesNotContain("Asha Thapa");
        keys.leave("h");
        assertThat(page.locator("h1").innerText()).isEqualTo("Asha Thapa");
        keys.press("n");
        assertThat(keys.here()).as("one key, and one can write").startsWith("textbox What happened");
        keys.type("She is safe with her neighbour until Friday.").to("button Save").leave("Enter");
        keys.press("n").type("We went to the court together.").pick("Kind", "Service").to("summary Day, service").press("Enter")
                .pick("Service", "Went along").to("button Save");
        keys.leave("Enter");
        assertThat(page.locator("#story").innerText()).contains("until Friday", "to the court together");
        keys.press("j");
        assertThat(page.evaluate("document.activeElement.closest('#plan') !== null")).as("j goes to the first step").isEqualTo(true);
        keys.leave("Enter").skip().choose("What came of it?", "Reached").to("button Done").leave("Enter");
        assertThat(page.locator(".above").innerText()).contains("Done, and in the story");
        assertThat(Code.shown(code)).isEqualTo(page.locator(".casehead .code").innerText());
    }

    private void wanjiruProposesClosing(String code) {
        keys.to("link Propose closing").leave("Enter");   // onward from the entry that was just written
        if (page.locator("text=Settle the open steps").count() > 0) {
            keys.skip().to("link Settle the open steps").leave("Enter");
            keys.skip();
            for (int i = 0; i < page.locator("select[name^=step-]").count(); i++) {
                keys.to("combobox").pickHere("Done");
            }
            keys.to("button Save all").leave("Enter").to("link Propose closing").leave("Enter");
        }
        keys.skip().choose("What came of it?", "Problem solved")
                .pick("Why does the work end?", "Work completed");
        keys.to("combobox Highest service");
        assertThat(page.evaluate("document.activeElement.value")).as("from what was done").isEqualTo("accompaniment");
        keys.choose("Was the client told", "Yes")
                .pick("Who checks it with the client?", "Leila Marzouq")
                .to("button Propose closing").leave("Enter");
        assertThat(page.locator(".casebanner").innerText()).contains("Leila Marzouq");
    }

    private void leilaVerifies(String code) {
        keys.skip().to("link Check a closing").leave("Enter").skip()
                .choose("Is it so?", "Yes, it is so")
                .choose("Spoken with", "Client")
                .to("button Write it down").leave("Enter");
        page.navigate(address("/cases/" + code));
        assertThat(page.locator("main").innerText()).contains("Closed");
    }

    private void leilaLooksAtTheFigures() {
        keys.leave("g", "r");
        assertThat(page.locator("h1").innerText()).isEqualTo("How the desk is doing");
        keys.skip().to("link");
        keys.leave("Enter");
    }

    private void signIn(Town.Person person) {
        open("/sign-in");
        keys.type("Sign-in name", person.signInName()).type("Password", person.password()).to("button Go on").leave("Enter");
        keys.type("Code", person.card().removeFirst()).to("button Sign in").leave("Enter");
        assertThat(page.url()).endsWith("/today");
    }

    /** A browser of one's own, at this address. */
    private void open(String path) {
        if (page != null) {
            page.context().close();
        }
        page = Chrome.context(Chrome.Screen.DESK, true, ColorScheme.LIGHT).newPage();
        keys = new Keyboard(page);
        page.navigate(address(path));
    }

    /** Somebody else reports meanwhile. */
    private void handIn(String words) {
        var path = "/report/" + town.riverbend.slug();
        var sent = town.stranger().fill(path, path, "words", words, "age", "adult", "reach", "none");
        assertThat(sent.status()).isLessThan(400);
    }

    private String address(String path) {
        return "http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path;
    }
}
