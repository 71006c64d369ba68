package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.TestClock;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.activities.Reminders;
import org.haki.cases.CaseFile;
import org.haki.cases.Closings;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What the straight way does not meet, in a real browser with real mail: consent asked later, other hands, a closing disputed, the archive. */
@HakiTest
@Import(TestClock.class)
class RestOfTheJobJourneyTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    static {
        MAIL.start();
    }

    @Autowired
    private ApplicationContext haki;

    @Autowired
    private TestClock clock;

    private Town town;
    private Town.Person amina;
    private StaffBrowser staff;
    private Duration passed = Duration.ZERO;

    @DynamicPropertySource
    static void realMail(DynamicPropertyRegistry settings) {
        settings.add("haki.smtp.host", () -> "127.0.0.1");
        settings.add("haki.jobs", () -> "true");
        settings.add("haki.smtp.security", () -> "none");
        settings.add("haki.smtp.from", () -> "Haki <haki@example.org>");
        settings.add("haki.smtp.port", () -> MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        amina = town.person(town.riverbend, "Amina Yusuf", "amina", new Membership("caseworker", town.mainDesk.id()));
        staff = new StaffBrowser(haki, Chrome.Screen.DESK);
    }

    @AfterEach
    void everybodyGoesHome() {
        staff.close();
        pass(passed.negated());
    }

    @AfterAll
    static void mailStops() {
        MAIL.stop();
    }

    @Test
    void a_consent_that_was_not_asked_for_is_a_task_until_it_is() {
        var file = CaseStory.in(haki, town).urgency("urgent").consentNotYetAsked().open();
        var wanjiru = staff.of(town.wanjiru);
        assertThat(wanjiru.locator("main").innerText()).contains("Ask for consent", "First contact");
        to(wanjiru, file.path());
        assertThat(wanjiru.locator("#consents").innerText()).containsIgnoringCase("not yet asked");
        Chrome.onward(wanjiru, () -> wanjiru.click("#consents a"));
        for (var purpose : List.of("services", "reporting")) {
            to(wanjiru, file.path() + "/consents");
            wanjiru.check("input[name=purpose][value=" + purpose + "]");
            wanjiru.check("input[name=decision][value=given]");
            wanjiru.selectOption("select[name=method]", "verbal_phone");
            wanjiru.selectOption("select[name=byWhom]", "self");
            send(wanjiru);
        }
        to(wanjiru, file.path());
        assertThat(wanjiru.locator("#consents").innerText()).doesNotContainIgnoringCase("not yet asked");
        assertThat(wanjiru.locator("#plan details").textContent()).as("settled by itself").contains("Ask for consent");
        to(wanjiru, "/today");
        assertThat(wanjiru.locator("section[aria-labelledby=due]").innerText()).doesNotContain("Ask for consent").contains("First contact");
    }

    @Test
    void a_case_changes_hands_with_its_plan_and_the_new_owner_is_told() {
        var file = CaseStory.in(haki, town).urgency("urgent").open();
        var leila = staff.of(town.leila);
        to(leila, file.path() + "/assignment");
        leila.selectOption("select[name=owner]", new SelectOption().setLabel("Amina Yusuf"));
        send(leila);
        assertThat(leila.locator(".above").innerText()).contains("The new owner is told.");
        var hers = staff.of(amina);
        assertThat(hers.locator("main").innerText()).contains("New for you: Asha Thapa", "First contact");
        assertThat(staff.of(town.wanjiru).locator("main").innerText()).doesNotContain("First contact");
        assertThat(mailTo(amina, "Yours now")).contains(Code.shown(file.code()), file.path()).doesNotContain("Asha").doesNotContain("hiding");
    }

    @Test
    void whoever_stands_in_sees_the_work_and_is_reminded_with_a_link_only() {
        CaseStory.in(haki, town).urgency("emergency").open();
        var wanjiru = staff.of(town.wanjiru);
        to(wanjiru, "/me");
        wanjiru.fill("input[name=from]", today().toString());
        wanjiru.selectOption("select[name=standIn]", new SelectOption().setLabel("Amina Yusuf"));
        Chrome.onward(wanjiru, () -> wanjiru.click("form[action='/me/away'] button"));
        var hers = staff.of(amina);
        assertThat(hers.locator("main").innerText()).contains("for Wanjiru Otieno, who is away", "First contact");
        Chrome.isAccessible(hers);
        pass(Duration.ofDays(1));
        haki.getBean(Reminders.class).remindDue(town.riverbendSystem());
        for (var told : List.of(town.wanjiru, amina)) {
            assertThat(mailTo(told, "Work on your list is due")).contains("/today").doesNotContain("Asha").doesNotContain("hiding")
                    .doesNotContain("First contact");
        }
    }

    @Test
    void a_disputed_closing_is_open_again_and_a_confirmed_one_is_archived_in_its_time_and_can_come_back() {
        var file = CaseStory.in(haki, town).open();
        var wanjiru = staff.of(town.wanjiru);
        propose(wanjiru, file);
        check(file, "disputed");
        assertThat(mailTo(town.wanjiru, "Not done yet")).contains(Code.shown(file.code())).doesNotContain("Asha");
        to(wanjiru, file.path());
        assertThat(wanjiru.locator("#closing").innerText()).contains("No, it is not solved");
        assertThat(wanjiru.locator("form.writer").count()).as("the work goes on").isEqualTo(1);
        propose(wanjiru, file);
        check(file, "confirmed");
        to(wanjiru, file.path());
        assertThat(wanjiru.locator(".casehead").innerText()).contains("Closed");
        assertThat(wanjiru.locator("form.writer").count()).as("a closed case is read").isZero();

        pass(Duration.ofDays(91));
        haki.getBean(Closings.class).archiveDue(town.riverbendSystem());
        var later = staff.of(town.wanjiru);
        to(later, "/cases?owner=everyone");
        assertThat(later.locator("main").innerText()).doesNotContain(Code.shown(file.code()));
        to(later, file.path());
        assertThat(later.locator("main").innerText()).contains("a supervisor can open it again", "Haki archived the case");
        assertThat(later.locator("a[href$='/reopening']").count()).isZero();

        var leila = staff.of(town.leila);
        to(leila, file.path());
        Chrome.onward(leila, () -> leila.click("a[href$='/reopening']"));
        send(leila);
        assertThat(leila.locator(".errors").isVisible()).as("not without a reason").isTrue();
        leila.check("input[name=reason][value=came_back]");
        send(leila);
        assertThat(leila.locator("#story").innerText()).contains("The same problem came back");
        to(later, file.path());
        assertThat(later.locator("form.writer").count()).isEqualTo(1);
    }

    @Test
    void a_supervisor_archives_a_closed_case_with_one_button() {
        var file = CaseStory.in(haki, town).open();
        var wanjiru = staff.of(town.wanjiru);
        propose(wanjiru, file);
        check(file, "confirmed");
        to(wanjiru, file.path());
        assertThat(wanjiru.getByText("Archive it now").count()).isZero();
        var leila = staff.of(town.leila);
        to(leila, file.path());
        Chrome.isAccessible(leila);
        Chrome.onward(leila, () -> leila.getByText("Archive it now").click());
        assertThat(leila.locator(".above").innerText()).contains("Archived.");
        assertThat(leila.locator("main").innerText()).contains("Leila Marzouq archived the case").doesNotContain("Archive it now");
    }

    /** Settles what is open, and asks Fatou to check. */
    private void propose(Page page, CaseFile file) {
        to(page, file.path() + "/activities/open");
        var open = page.locator("select[name^=step-]").all();
        open.forEach(step -> step.selectOption(new SelectOption().setIndex(1)));
        if (!open.isEmpty()) {
            send(page);
        }
        to(page, file.path() + "/closing");
        page.check("input[name=outcome][value=solved]");
        page.selectOption("select[name=reason]", "completed");
        page.selectOption("select[name=serviceLevel]", "advice");
        page.check("input[name=toldReturn][value=yes]");
        page.selectOption("select[name=verifier]", town.fatou.id().toString());
        send(page);
        assertThat(page.locator(".casebanner").innerText()).contains("Fatou Sané");
    }

    private void check(CaseFile file, String result) {
        var fatou = staff.of(town.fatou);
        assertThat(fatou.locator("main").innerText()).contains("Check a closing with the client");
        to(fatou, file.path() + "/verification");
        fatou.check("input[name=result][value=" + result + "]");
        fatou.check("input[name=spokenWith][value=client]");
        send(fatou);
        assertThat(fatou.locator(".errors").count()).isZero();
    }

    private static void send(Page page) {
        Chrome.onward(page, () -> page.locator("main button.button-main").first().click());
    }

    /** The mail to this colleague with these words in it; waits until it is there. */
    private String mailTo(Town.Person person, String words) {
        var to = "To: " + person.signInName() + "@example.org";
        while (true) {
            var mails = MAIL.getReceivedMessages();
            var found = Arrays.stream(mails).map(GreenMailUtil::getWholeMessage)
                    .filter(mail -> mail.contains(to) && mail.contains(words)).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(MAIL.waitForIncomingEmail(20_000, mails.length + 1)).as(to + ": " + words).isTrue();
        }
    }

    private void pass(Duration time) {
        clock.pass(time);
        passed = passed.plus(time);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), ZoneId.of("Africa/Nairobi"));
    }

    private void to(Page page, String path) {
        page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path);
    }
}
