package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URI;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What becomes of reports that do not become a case of their own, in a real browser, on a phone. */
@HakiTest
class TriageJourneyTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Reporter reporter;
    private StaffBrowser staff;
    private Page fatou;

    @BeforeEach
    void fatou_is_on_duty() {
        town = Town.in(haki);
        reporter = new Reporter(town);
        staff = new StaffBrowser(haki, Chrome.Screen.PHONE);
        fatou = staff.of(town.fatou);
    }

    @AfterEach
    void everybody_goes_home() {
        staff.close();
    }

    @Test
    void fifteen_fakes_go_with_one_selection_and_one_reason_and_come_back_with_one_click() {
        reporter.tells("He follows me to the well.");
        for (int i = 0; i < 15; i++) {
            reporter.tells("You won a telephone, call now");
        }
        to(fatou, "/intake");
        fatou.locator(".queue-row:has-text('telephone') input[type=checkbox]").all().forEach(box -> box.check());
        fatou.selectOption("select[name=reason]", "advertising");
        Chrome.onward(fatou, () -> fatou.click("#dismiss"));
        assertThat(fatou.locator("#queue .notice").innerText()).contains("15 marked not a case: Advertising.");
        assertThat(fatou.locator(".queue-row").allInnerTexts()).singleElement().asString().contains("to the well");
        Chrome.isAccessible(fatou);
        Chrome.onward(fatou, () -> fatou.click("#queue .notice button"));
        assertThat(fatou.locator(".queue-row:has-text('telephone')").count()).isEqualTo(15);
    }

    @Test
    void a_second_report_about_her_joins_her_case() {
        var file = CaseStory.in(haki, town).open();
        var digits = reporter.tells("Asha Thapa needs you again, zanzara.", "reach", "call", "number", "+254 20 555 0173");
        read("zanzara");
        assertThat(fatou.locator(".reading").innerText()).contains("same phone", Code.shown(file.code()));
        press("Attach");
        fatou.check("input[name=chosen][value='" + file.code() + "']");
        send();
        assertThat(fatou.locator(".notice").first().innerText()).contains("Attached");
        var wanjiru = staff.of(town.wanjiru);
        to(wanjiru, file.path());
        assertThat(wanjiru.locator("#story").innerText()).contains("zanzara", "My sister is hiding");
        assertThat(reporter.status(digits)).contains("Someone works on it").doesNotContain("zanzara");
    }

    @Test
    void advice_was_enough_and_no_case_opens() {
        var digits = reporter.tells("May they keep my papers, zanzara?");
        read("zanzara");
        press("Consult");
        send();
        assertThat(fatou.locator(".errors").isVisible()).isTrue();
        fatou.selectOption("select[name=topic]", "work");
        fatou.fill("textarea[name=advice]", "No employer may keep them; the labour office is on Mill Road.");
        fatou.selectOption("select[name=service]", "advice");
        fatou.check("input[name=sex][value=female]");
        fatou.check("input[name=ageGroup][value=adult]");
        send();
        assertThat(fatou.locator(".reading").innerText()).contains("Mill Road");
        to(fatou, "/intake");
        assertThat(fatou.locator("main").innerText()).doesNotContain("zanzara");
        assertThat(reporter.status(digits)).doesNotContain("Mill Road");
    }

    @Test
    void what_was_declined_waits_again_only_by_the_supervisor() {
        var digits = reporter.tells("They fenced our field in, zanzara.");
        var path = read("zanzara");
        press("Decline");
        fatou.check("input[name=reason][value=out_of_mandate]");
        fatou.check("input[name=told][value=reads]");
        fatou.fill("textarea[name=answer]", "The land office on Mill Road can help you.");
        send();
        assertThat(fatou.locator(".reading").innerText()).contains("Not what we do");
        assertThat(fatou.getByText("Let it wait again").count()).as("an operator does not take it back").isZero();
        assertThat(reporter.status(digits)).contains("Mill Road");
        var leila = staff.of(town.leila);
        to(leila, path);
        Chrome.onward(leila, () -> leila.getByText("Let it wait again").click());
        assertThat(leila.locator(".above").innerText()).contains("It waits again.");
        to(fatou, "/intake");
        assertThat(fatou.locator("main").innerText()).contains("zanzara");
    }

    @Test
    void she_is_called_back_as_she_asked_and_each_call_is_written_down() {
        reporter.tells("Ring me, zanzara.", "reach", "call", "number", "0712 345 678", "hour", "10", "ifOther", "the sewing class");
        var path = read("zanzara");
        assertThat(fatou.locator(".reading").innerText()).contains("the sewing class").doesNotContain("345 678");
        Chrome.onward(fatou, () -> fatou.getByText("Plan the calls").click());
        send();
        assertThat(fatou.locator(".attempt").count()).isEqualTo(3);
        Chrome.onward(fatou, () -> fatou.locator(".attempt a").first().click());
        assertThat(fatou.locator("a[href^='tel:']").getAttribute("href")).endsWith("712345678");
        Chrome.isAccessible(fatou);
        fatou.check("input[name=outcome][value=another_voice]");
        fatou.fill("textarea[name=note]", "A man; I said wrong number.");
        send();
        assertThat(fatou.locator(".reading").innerText()).contains("Another voice", "I said wrong number");
        to(fatou, "/intake?view=call_back");
        assertThat(fatou.locator("main").innerText()).contains("zanzara");
        to(fatou, path);
        Chrome.onward(fatou, () -> fatou.locator(".attempt a").first().click());
        fatou.check("input[name=outcome][value=spoke]");
        send();
        assertThat(fatou.locator(".reading").innerText()).contains("Spoke with her");
    }

    /** Opens the report with these words; answers its address. */
    private String read(String words) {
        to(fatou, "/intake");
        Chrome.onward(fatou, () -> fatou.click(".queue-row:has-text('" + words + "') .voice a"));
        return URI.create(fatou.url()).getPath();
    }

    private void press(String decision) {
        Chrome.onward(fatou, () -> fatou.locator(".decide a", new Page.LocatorOptions().setHasText(decision)).first().click());
    }

    private void send() {
        Chrome.onward(fatou, () -> fatou.click("main button.button-main"));
    }

    private void to(Page page, String path) {
        page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
