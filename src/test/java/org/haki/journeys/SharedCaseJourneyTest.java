package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.kernel.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A helpline and two partners in a real browser with real mail: a report becomes a case, Northgate leads it, a shelter
 * gives a service, her yes to the shelter is taken back, Northgate asks the shelter once more with a yes of its own, and
 * the helpline checks the closing with her. At each step those who may not see do not. That the pages are accessible, on a
 * screen of either size, says {@link EveryPageTest}.
 */
@HakiTest
class SharedCaseJourneyTest {

    private static final String WORDS = "He came back last night, zanzara. My sister hides at the mill.";
    private static final String KEPT = "Her cousin works at Northgate, keep this to us.";
    private static final Mailbox MAIL = new Mailbox();

    @Autowired
    private ApplicationContext haki;
    private Town town;
    private Town hills;
    private Reporter reporter;

    @DynamicPropertySource
    static void realMail(DynamicPropertyRegistry settings) {
        MAIL.takes(settings);
    }

    @AfterAll
    static void mailStops() {
        MAIL.close();
    }

    @BeforeEach
    void a_helpline_and_two_partners_in_one_network() {
        town = Town.in(haki);
        hills = Town.in(haki);
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(hills.northgate.id()), town.inOneNetwork());
        reporter = new Reporter(town);
    }

    @Test
    void one_survivor_and_three_organisations() {
        var staff = new StaffBrowser(haki, Chrome.Screen.PHONE);
        var digits = reporter.tells(WORDS, "reach", "call", "number", "0712 345 678", "where", "Seti Bazaar");
        var fatou = staff.of(town.fatou);
        var code = accepts(fatou);
        var wanjiru = staff.of(town.wanjiru);
        keepsSomethingFromOthers(wanjiru, code);

        refers(fatou, code, town, "lead", "whole", List.of("identity", "plan"));
        var sushila = staff.of(town.sushila);
        var lead = shared(sushila, code);
        seesOnlyWhatIsAsked(sushila, lead);
        takesOn(sushila, lead);
        leads(sushila, lead);
        hisColleagueDoesNot(staff.of(town.prem), lead);
        theOwnerSeesWhoLeads(fatou, wanjiru, code);

        refers(fatou, code, hills, "service", "none", List.of("identity"));
        var shelter = staff.of(hills.sushila);
        var service = shared(shelter, code);
        takesOn(shelter, service);
        seesNameAlone(shelter, service);
        nobodyElse(code, lead, service);

        herYesIsTakenBack(wanjiru, code);
        theOpenPageIsEmpty(shelter, service);
        theLeadGoesOn(sushila, lead);

        var onward = asksOnward(sushila, shelter, lead, code);
        takesOn(shelter, onward);
        seesNameAlone(shelter, onward);
        helpsAndEnds(shelter);

        proposesClosing(sushila, lead);
        checksWithHer(fatou, code);
        allIsOver(sushila, lead, wanjiru, code, digits);
        staff.close();
    }

    private String accepts(Page fatou) {
        to(fatou, "/intake");
        fatou.locator(".queue-row:has-text('zanzara') .voice a").first().click();
        fatou.waitForURL("**/intake/*");
        var code = Code.read(fatou.locator("#reading-name").innerText());
        to(fatou, "/intake/" + code + "/acceptance");
        fatou.fill("input[name=name]", "Asha Thapa");
        fatou.check("input[name=ageGroup][value=adult]");
        fatou.check("input[name=urgency][value=urgent]");
        fatou.selectOption("select[name=owner]", town.wanjiru.id().toString());
        fatou.check("input[name=fenced][value=no]");
        fatou.check("input[name=services][value=given]");
        fatou.check("input[name=reporting][value=given]");
        fatou.selectOption("select[name=method]", "verbal_phone");
        send(fatou);
        return code;
    }

    private void keepsSomethingFromOthers(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code + "/notes/new");
        wanjiru.fill("textarea[name=text]", KEPT);
        wanjiru.check("input[name=keep]");
        send(wanjiru);
    }

    private void refers(Page fatou, String code, Town to, String kind, String story, List<String> shown) {
        to(fatou, "/cases/" + code + "/referrals/new");
        fatou.check("input[name=kind][value=" + kind + "]");
        fatou.fill("#instructions", "Please do it quietly, bellflower.");
        fatou.check("input[name=consent][value=now]");
        fill(fatou, to, kind.equals("service") ? "shelter" : "", story, shown);
        assertThat(fatou.locator("main").innerText()).contains(to.northgate.name());
        assertThat(MAIL.about(code, to.sushila.signInName() + "@example.org")).as("code and link, nothing else")
                .doesNotContainIgnoringCase("shelter").doesNotContain("Asha", "zanzara", "bellflower", "712 345", "Seti");
    }

    private void fill(Page page, Town to, String service, String story, List<String> shown) {
        page.selectOption("#to", to.northgate.id().toString());
        page.selectOption("#service", service);
        page.check("input[name=urgency][value=urgent]");
        page.check("input[name=story][value=" + story + "]");
        shown.forEach(section -> page.check("input[name=show][value=" + section + "]"));
        page.selectOption("#method", "verbal_phone");
        page.selectOption("#byWhom", "self");
        send(page);
    }

    private void takesOn(Page page, String window) {
        to(page, window);
        press(page, "form[action$='/acceptance'] button");
    }

    private void seesOnlyWhatIsAsked(Page sushila, String lead) {
        to(sushila, lead);
        assertThat(sushila.locator("main").innerText()).contains("bellflower").doesNotContain("Asha").doesNotContain("zanzara");
        assertThat(sushila.title()).doesNotContain("Asha");
    }

    private void leads(Page sushila, String lead) {
        to(sushila, lead);
        assertThat(sushila.locator("main").innerText()).contains("Asha Thapa", "zanzara").doesNotContain("cousin");
        sushila.fill("form.writer textarea", "I met her at the market; she is safe until Friday.");
        press(sushila, "form.writer button.button-main, form.writer button.button");
        assertThat(sushila.locator("#story").innerText()).contains("until Friday");
        to(sushila, lead + "/activities/new");
        sushila.selectOption("select[name=kind]", "visit");
        sushila.fill("input[name=title]", "Go to the court with her");
        sushila.fill("input[name=day]", Town.today().plusDays(5).toString());
        send(sushila);
        assertThat(sushila.locator("main").innerText()).contains("Go to the court with her");
    }

    private void hisColleagueDoesNot(Page prem, String lead) {
        to(prem, lead);
        assertThat(prem.content()).doesNotContain("Asha").doesNotContain("zanzara").doesNotContain("until Friday");
        assertThat(prem.navigate(address(lead + "/closing")).status()).isEqualTo(404);
    }

    /** The operator who handed it over can still answer the mother who calls. */
    private void theOwnerSeesWhoLeads(Page fatou, Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code);
        assertThat(wanjiru.locator("main").innerText()).contains("until Friday", "Northgate Legal Aid", "Go to the court with her", "cousin");
        to(fatou, "/cases/" + code);
        assertThat(fatou.locator("main").innerText()).contains("Wanjiru Otieno", "Next").doesNotContain("until Friday");
    }

    private void seesNameAlone(Page shelter, String window) {
        to(shelter, window);
        assertThat(shelter.locator("main").innerText()).contains("Asha Thapa").doesNotContain("zanzara", "until Friday", "court with her", "cousin");
    }

    /** Another office, the administrator, the data protection officer, both partners by the case's own address. */
    private void nobodyElse(String code, String lead, String service) {
        for (var stranger : List.of(town.mateo, town.tomasz, town.ines, town.sushila, hills.sushila, hills.fatou)) {
            var visitor = stranger.signedIn();
            for (var path : List.of("/cases/" + code, "/cases/" + code + "/verification", "/cases/" + code + "/referrals")) {
                var page = visitor.get(path);
                assertThat(page.status()).as(stranger.signInName() + " at " + path).isIn(403, 404);
                assertThat(page.body()).doesNotContain("Asha").doesNotContain("zanzara");
            }
        }
        assertThat(hills.prem.signedIn().get(lead).status()).isEqualTo(404);
        assertThat(town.sushila.signedIn().get(service).status()).isEqualTo(404);
    }

    private void herYesIsTakenBack(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code + "/referrals");
        wanjiru.check("input[name=recipient][value='" + hills.northgate.id() + "']");
        wanjiru.selectOption("#method", "verbal_phone");
        press(wanjiru, "form[action$='/withdrawal'] button");
    }

    /** The page that stood open before shows nothing of hers at the next click. */
    private void theOpenPageIsEmpty(Page shelter, String service) {
        shelter.check("input[name=kind][value=note]");
        shelter.fill("#text", "We have a bed.");
        Chrome.onward(shelter, () -> shelter.click("form[action$='/entries'] button"));
        assertThat(shelter.content()).doesNotContain("Asha");
        to(shelter, service);
        assertThat(shelter.locator("main").innerText()).contains("This has ended").doesNotContain("Asha").doesNotContain("bellflower");
    }

    private void theLeadGoesOn(Page sushila, String lead) {
        to(sushila, lead);
        assertThat(sushila.locator("main").innerText()).contains("Asha Thapa", "zanzara");
    }

    private String asksOnward(Page sushila, Page shelter, String lead, String code) {
        to(sushila, lead + "/referrals/new");
        fill(sushila, hills, "shelter", "none", List.of("identity"));
        return shared(shelter, code);
    }

    private void helpsAndEnds(Page shelter) {
        shelter.click("summary:has-text('She got the service')");
        shelter.fill("textarea[name=remark]", "She slept here for three nights.");
        press(shelter, "form[action$='/completion'] button");
        assertThat(shelter.locator("main").innerText()).contains("three nights").doesNotContain("Asha");
    }

    private void proposesClosing(Page sushila, String lead) {
        to(sushila, lead + "/activities/open");
        sushila.locator("select[name^=step-]").all().forEach(step -> step.selectOption("no_longer_needed"));
        send(sushila);
        to(sushila, lead + "/closing");
        assertThat(sushila.locator("input[name=outcome]").count()).as(() -> sushila.locator("main").innerText()).isPositive();
        sushila.check("input[name=outcome][value=solved]");
        sushila.selectOption("select[name=reason]", "completed");
        sushila.selectOption("select[name=serviceLevel]", "legal");
        sushila.check("input[name=toldReturn][value=yes]");
        sushila.fill("textarea[name=remark]", "The order stands; she lives with her sister.");
        send(sushila);
        to(sushila, lead);
        assertThat(sushila.locator("main").innerText()).contains("You proposed to close it").doesNotContain("/verification");
    }

    private void checksWithHer(Page fatou, String code) {
        to(fatou, "/cases/" + code + "/verification");
        assertThat(fatou.locator("main").innerText()).contains("Northgate Legal Aid", "Problem solved").as("an operator checks, and reads no story").doesNotContain("The order stands").doesNotContain("until Friday");
        fatou.check("input[name=result][value=confirmed]");
        fatou.check("input[name=spokenWith][value=client]");
        send(fatou);
    }

    private void allIsOver(Page sushila, String lead, Page wanjiru, String code, String digits) {
        to(sushila, lead);
        assertThat(sushila.locator("main").innerText()).contains("This has ended", "until Friday").doesNotContain("Asha").doesNotContain("zanzara");
        to(wanjiru, "/cases/" + code + "/history");
        assertThat(wanjiru.locator("main").innerText()).contains("zanzara", "until Friday", "three nights", "Northgate Legal Aid", "Closed");
        assertThat(reporter.status(digits)).doesNotContain("zanzara").doesNotContain("Northgate");
    }

    private String shared(Page page, String code) {
        to(page, "/shared");
        return page.locator("main table a:has-text('" + Code.shown(code) + "')").first().getAttribute("href");
    }

    private void press(Page page, String button) {
        Chrome.onward(page, () -> page.locator(button).first().click());
    }

    private void send(Page page) {
        press(page, "main form button.button-main");
        assertThat(page.locator(".errors").count()).as(() -> page.locator("main").innerText()).isZero();
    }

    private void to(Page page, String path) {
        page.navigate(address(path));
    }

    private String address(String path) {
        return "http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path;
    }
}
