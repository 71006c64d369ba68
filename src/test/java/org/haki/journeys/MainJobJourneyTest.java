package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The main job in one office, in a real browser with real mail: from a report of harm to a verified, closed case. That its
 * pages are accessible says {@link EveryPageTest}.
 */
@HakiTest
class MainJobJourneyTest {

    private static final String WORDS = "He came back last night. My sister hides at the neighbour’s house, zanzara.";
    private static final Mailbox MAIL = new Mailbox();

    @Autowired
    private ApplicationContext haki;

    @DynamicPropertySource
    static void realMail(DynamicPropertyRegistry settings) {
        MAIL.takes(settings);
    }

    @AfterAll
    static void mailStops() {
        MAIL.close();
    }

    @Test
    void a_report_becomes_a_verified_and_closed_case_on_a_phone() {
        theMainJob(Chrome.Screen.PHONE);
    }

    @Test
    void a_report_becomes_a_verified_and_closed_case_at_a_desk() {
        theMainJob(Chrome.Screen.DESK);
    }

    private void theMainJob(Chrome.Screen screen) {
        var town = Town.in(haki);
        var staff = new StaffBrowser(haki, screen);

        var digits = sheReports(town, screen);
        var fatou = staff.of(town.fatou);
        var code = fatouAccepts(fatou, town);
        theMailSaysOnlyTheCode(town, code);
        nobodyElseSeesIt(town, code);
        var wanjiru = staff.of(town.wanjiru);
        wanjiruWorks(wanjiru, code);
        wanjiruProposesClosing(wanjiru, town, code);
        fatouVerifies(fatou, code);
        leilaReopens(staff.of(town.leila), code);
        sheReadsHerStatus(town, screen, digits);
        staff.close();
    }

    /** Without script, as on an old phone. */
    private String sheReports(Town town, Chrome.Screen screen) {
        var phone = Chrome.withoutScript(screen);
        phone.navigate(address("/report/" + town.riverbend.slug()));
        assertThat(phone.title()).isEqualTo("Notes");
        phone.click("button.button-main");
        assertThat(phone.locator(".errors").isVisible()).isTrue();
        phone.check("input[name=about][value=other]");
        phone.fill("textarea[name=words]", WORDS);
        phone.fill("input[name=where]", "Seti Bazaar");
        phone.check("input[name=age][value=adult]");
        phone.check("input[name=safe][value=emergency]");
        phone.check("input[name=reach][value=call]");
        phone.fill("input[name=number]", "0712 345 678");
        phone.check("input[name=whose][value=looked]");
        phone.check("input[name=hour][value='10']");
        phone.fill("input[name=ifOther]", "the sewing class");
        phone.click("button.button-main");
        assertThat(phone.title()).isEqualTo("Notes");
        assertThat(phone.url()).doesNotContain("intake").doesNotContain("case");
        assertThat(phone.context().cookies()).isEmpty();
        var receipt = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}").matcher(phone.locator("main").innerText());
        assertThat(receipt.find()).as("16 digits, shown once").isTrue();
        phone.context().close();
        return receipt.group();
    }

    private String fatouAccepts(Page fatou, Town town) {
        fatou.navigate(address("/intake"));
        var row = fatou.locator(".queue-row").first();
        assertThat(row.innerText()).contains("Emergency");
        row.locator(".voice a").click();
        fatou.waitForURL("**/intake/*");
        var code = Code.read(fatou.locator("#reading-name").innerText());
        assertThat(fatou.locator(".reading").innerText()).contains("zanzara", "the sewing class");
        fatou.navigate(address("/intake/" + code + "/acceptance"));
        fatou.fill("input[name=name]", "Asha Thapa");
        fatou.check("input[name=ageGroup][value=adult]");
        fatou.check("input[name=urgency][value=emergency]");
        fatou.selectOption("select[name=owner]", town.wanjiru.id().toString());
        fatou.check("input[name=fenced][value=no]");
        fatou.check("input[name=services][value=given]");
        fatou.check("input[name=reporting][value=not_yet_asked]");
        fatou.selectOption("select[name=method]", "verbal_phone");
        fatou.click(".form button.button-main, form button.button-main");
        fatou.waitForLoadState();
        assertThat(fatou.locator(".errors").count()).as(() -> fatou.locator("main").innerText()).isZero();
        return code;
    }

    private void theMailSaysOnlyTheCode(Town town, String code) {
        MAIL.about(code, town.fatou.signInName() + "@example.org");
        var mails = MAIL.all();
        assertThat(mails).allSatisfy(mail -> assertThat(mail)
                .doesNotContain("zanzara")
                .doesNotContain("Asha")
                .doesNotContain("Seti")
                .doesNotContain("712 345"));
    }

    /** Another office, another organisation, the administrator, the data protection officer: nothing is there. */
    private void nobodyElseSeesIt(Town town, String code) {
        for (var stranger : List.of(town.mateo, town.sushila, town.tomasz, town.ines)) {
            var visitor = stranger.signedIn();
            for (var path : List.of("/cases/" + code, "/cases/" + code + "/history", "/intake/" + code)) {
                var answer = visitor.get(path);
                assertThat(answer.status()).as(stranger.signInName() + " at " + path).isIn(403, 404);
                assertThat(answer.body()).doesNotContain("Asha").doesNotContain("zanzara");
            }
        }
    }

    private void wanjiruWorks(Page wanjiru, String code) {
        wanjiru.navigate(address("/today"));
        assertThat(wanjiru.locator("main").innerText()).contains(Code.shown(code));
        Response opened = wanjiru.navigate(address("/cases/" + code));
        assertThat(opened.status()).isEqualTo(200);
        assertThat(wanjiru.title()).contains(Code.shown(code)).doesNotContain("Asha");
        assertThat(wanjiru.locator("main").innerText()).contains("Asha Thapa", "zanzara");
        wanjiru.fill("form.writer textarea", "She is safe with her neighbour until Friday.");
        wanjiru.click("form.writer button.button-main, form.writer button.button");
        wanjiru.waitForLoadState();
        assertThat(wanjiru.locator("#story").innerText()).contains("until Friday");
    }

    private void wanjiruProposesClosing(Page wanjiru, Town town, String code) {
        wanjiru.navigate(address("/cases/" + code + "/activities/open"));
        settle(wanjiru);
        wanjiru.navigate(address("/cases/" + code + "/closing"));
        wanjiru.check("input[name=outcome][value=solved]");
        wanjiru.selectOption("select[name=reason]", "completed");
        wanjiru.selectOption("select[name=serviceLevel]", "advice");
        wanjiru.check("input[name=toldReturn][value=yes]");
        wanjiru.selectOption("select[name=verifier]", town.fatou.id().toString());
        wanjiru.click("main form button.button-main");
        wanjiru.waitForLoadState();
        wanjiru.navigate(address("/cases/" + code + "/verification"));
        assertThat(wanjiru.locator("input[name=result]").count()).as("nobody verifies their own proposal").isZero();
    }

    /** What is still open is settled on one page: here all of it was done. */
    private void settle(Page page) {
        for (var step : page.locator("select[name^=step-]").all()) {
            var done = step.locator("option").all().stream()
                    .map(option -> option.getAttribute("value"))
                    .filter(value -> !value.equals("stays"))
                    .findFirst()
                    .orElseThrow();
            step.selectOption(done);
        }
        page.click("main form button.button-main");
        page.waitForLoadState();
    }

    private void fatouVerifies(Page fatou, String code) {
        fatou.navigate(address("/cases/" + code + "/verification"));
        fatou.check("input[name=result][value=confirmed]");
        fatou.check("input[name=spokenWith][value=client]");
        fatou.click("main form button.button-main");
        fatou.waitForLoadState();
        assertThat(fatou.locator(".errors").count()).as(() -> fatou.locator("main").innerText()).isZero();
    }

    private void leilaReopens(Page leila, String code) {
        leila.navigate(address("/cases/" + code));
        assertThat(leila.locator("main").innerText()).contains("Closed");
        var history = leila.navigate(address("/cases/" + code + "/history"));
        assertThat(history.status()).isEqualTo(200);
        assertThat(leila.locator("main").innerText()).contains("zanzara", "until Friday", "Wanjiru Otieno", "Fatou Sané");
    }

    private void sheReadsHerStatus(Town town, Chrome.Screen screen, String digits) {
        var phone = Chrome.withoutScript(screen);
        phone.navigate(address("/status/" + town.riverbend.slug()));
        phone.fill("input[name=code]", digits);
        phone.click("button.button-main");
        assertThat(phone.title()).isEqualTo("Notes");
        assertThat(phone.locator("main").innerText()).doesNotContain("zanzara").doesNotContain("Wanjiru");
        assertThat(phone.context().cookies()).isEmpty();
        phone.context().close();
    }

    private String address(String path) {
        return "http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path;
    }
}
