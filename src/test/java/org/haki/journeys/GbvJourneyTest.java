package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.journeys.SheetInChrome.asked;
import static org.haki.journeys.SheetInChrome.checked;
import static org.haki.journeys.SheetInChrome.send;
import static org.haki.journeys.SheetInChrome.text;
import static org.haki.journeys.SheetInChrome.tick;
import static org.haki.journeys.SheetInChrome.write;

import com.microsoft.playwright.Page;
import java.util.List;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Code;
import org.junit.jupiter.api.Test;

/** Violence because of gender, from a report to a closed case, in a real browser: operator on a phone, caseworker at a desk. */
@HakiTest
class GbvJourneyTest extends CaseTypeJourney {

    private static final int ACCEPTED = 8;
    private static final int CLOSED = 6;

    @Test
    void violence_because_of_gender_from_a_report_to_a_closed_case() {
        adopt("gbv");
        new Reporter(town).tells("He came back last night, zanzara.", "safe", "emergency", "reach", "call", "number", "0712 345 678", "whose", "mine");
        var phone = new StaffBrowser(haki, Chrome.Screen.PHONE);
        var desk = new StaffBrowser(haki, Chrome.Screen.DESK);
        var fatou = phone.of(town.fatou);
        var code = accepted(fatou);
        var wanjiru = desk.of(town.wanjiru);
        safeAndConsentBeforeAnythingElse(wanjiru, code);
        actsBecomeACoreTypeAndMedicalCareIsOfferedInHours(wanjiru, code);
        safetyPlanAndActionPlan(wanjiru, code);
        var leila = desk.of(town.leila);
        reviewed(leila, code);
        closed(wanjiru, code);
        verified(fatou, code);
        to(wanjiru, "/cases/" + code);
        assertThat(text(wanjiru)).contains("Closed", "Goals of the plan met", "Kept until");
        phone.close();
        desk.close();
    }

    private String accepted(Page fatou) {
        to(fatou, "/intake");
        Chrome.onward(fatou, () -> fatou.locator(".queue-row .voice a").first().click());
        var code = Code.read(fatou.locator("#reading-name").innerText());
        to(fatou, "/intake/" + code + "/acceptance");
        pick(fatou, "type", "gbv");
        assertThat(fatou.locator("input[name=fenced]").first().isVisible()).as("it is always kept to its team").isFalse();
        assertThat(checked(fatou, "ageGroup")).isEqualTo("adult");
        assertThat(checked(fatou, "urgency")).isEqualTo("emergency");
        choose(fatou, "owner", town.wanjiru.id().toString());
        pick(fatou, "services", "not_yet_asked");
        pick(fatou, "reporting", "not_yet_asked");
        Chrome.photograph(fatou, "gbv-accept");
        send(fatou);
        assertThat(answers).isLessThanOrEqualTo(ACCEPTED);
        return code;
    }

    /** Safe to talk comes first; what happened cannot be asked before she agreed. */
    private void safeAndConsentBeforeAnythingElse(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code);
        assertThat(wanjiru.locator("#sheet li").allInnerTexts()).singleElement().asString().contains("Before anything is asked");
        assertThat(to(wanjiru, "/cases/" + code + "/sheet/incidents")).isEqualTo(404);
        to(wanjiru, "/cases/" + code + "/sheet/consent");
        assertThat(asked(wanjiru)).containsExactly("a/alone_safe");
        tick(wanjiru, "alone_safe", "yes");
        assertThat(asked(wanjiru)).containsExactly("a/alone_safe", "a/limits_explained");
        tick(wanjiru, "limits_explained", "yes");
        assertThat(asked(wanjiru)).containsExactly("a/alone_safe", "a/limits_explained", "a/consent_services");
        tick(wanjiru, "consent_services", "given");
        tick(wanjiru, "consent_by", "self");
        tick(wanjiru, "consent_reporting", "given");
        tick(wanjiru, "consent_how", "verbal_phone");
        Chrome.photograph(wanjiru, "gbv-consent");
        send(wanjiru);
        assertThat(wanjiru.locator("#consents-name").locator("xpath=ancestor::section").innerText()).as("she is asked once").contains("Given")
                .doesNotContain("Not yet asked");
    }

    private void actsBecomeACoreTypeAndMedicalCareIsOfferedInHours(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code + "/sheet/incidents");
        var row = "incident[" + wanjiru.locator("[name='r/incident']").first().getAttribute("value") + "]/";
        tick(wanjiru, row + "acts", "physical");
        tick(wanjiru, row + "acts", "penetration");
        assertThat(text(wanjiru)).as("the first of the six that applies").contains("Core type Rape");
        write(wanjiru, row + "incident_date", Town.today().toString());
        write(wanjiru, row + "incident_time", "01:00");
        tick(wanjiru, row + "by_whom/relation", "partner");
        tick(wanjiru, row + "reported_elsewhere", "no");
        Chrome.photograph(wanjiru, "gbv-incidents");
        send(wanjiru);
        var step = wanjiru.locator("#plan li", new Page.LocatorOptions().setHasText("Offer medical care within 72 hours"));
        assertThat(step.innerText()).as("with an hour of the day").containsPattern("\\d\\d:\\d\\d");
        to(wanjiru, "/cases/" + code + "/sheet/medical");
        tick(wanjiru, "offer", "accepted");
        tick(wanjiru, "care", "hiv");
        send(wanjiru);
    }

    private void safetyPlanAndActionPlan(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code + "/sheet/safety");
        tick(wanjiru, "risk_level", "high");
        tick(wanjiru, "lives_together", "no");
        tick(wanjiru, "plan_needed", "yes");
        write(wanjiru, "plan/plan_place", "To her sister in Oldbridge");
        send(wanjiru);
        assertThat(wanjiru.locator("#plan").innerText()).contains("Check that she is safe now", "Assessment", "Safety plan",
                "Agree on the action plan", "Supervisor approves the plan");
        to(wanjiru, "/cases/" + code + "/sheet/safety");
        write(wanjiru, "plan/plan_on", Town.today().toString());
        send(wanjiru);
        to(wanjiru, "/cases/" + code + "/sheet/plan");
        write(wanjiru, "agreed_on", Town.today().toString());
        var row = goal(wanjiru);
        tick(wanjiru, row + "area", "safety");
        write(wanjiru, row + "goal_text", "To live where he does not find her");
        write(wanjiru, row + "step", "A room with her sister; Wanjiru asks the shelter");
        tick(wanjiru, row + "progress", "met");
        send(wanjiru);
        to(wanjiru, "/cases/" + code + "/sheet/legal");
        tick(wanjiru, "wants_legal_action", "no");
        tick(wanjiru, "duty", "no");
        send(wanjiru);
        to(wanjiru, "/cases/" + code + "/sheet/follow_up");
        var review = "review[" + wanjiru.locator("[name='r/review']").first().getAttribute("value") + "]/";
        write(wanjiru, review + "review_on", Town.today().toString());
        tick(wanjiru, review + "safe_now", "yes");
        tick(wanjiru, review + "ready_to_close", "yes");
        send(wanjiru);
        for (int i = 0; i < 3; i++) {
            settle(wanjiru, code);
        }
        wanjiru.fill("form.writer textarea", "We wrote down her way to her sister.");
        wanjiru.selectOption("form.writer select[name=kind]", "service");
        wanjiru.locator(".writer-more summary").click();
        wanjiru.selectOption("form.writer select[name=service]", "safety");
        Chrome.onward(wanjiru, () -> wanjiru.click("form.writer .writer-row button"));
        assertThat(wanjiru.locator("#story").innerText()).contains("her way to her sister");
    }

    private static String goal(Page page) {
        return "goal[" + page.locator("[name='r/goal']").first().getAttribute("value") + "]/";
    }

    /** The supervisor settles what is hers: the danger, the plan. */
    private void reviewed(Page leila, String code) {
        assertThat(to(leila, "/cases/" + code)).isEqualTo(200);
        assertThat(leila.locator("#plan").innerText()).contains("Supervisor looks at the danger", "Supervisor approves the plan");
        settle(leila, code);
    }

    private void closed(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code + "/closing");
        answers = 0;
        assertThat(wanjiru.locator("input[name=outcome]").count()).as(text(wanjiru)).isPositive();
        assertThat(checked(wanjiru, "outcome")).as("all goals are reached").isEqualTo("goals_met");
        assertThat(wanjiru.locator("select[name=reason]").inputValue()).isEqualTo("completed");
        assertThat(wanjiru.locator("select[name=serviceLevel]").inputValue()).as("the one service that was given").isEqualTo("safety");
        pick(wanjiru, "toldReturn", "yes");
        assertThat(checked(wanjiru, "keptYears")).as("her choice").isNull();
        pick(wanjiru, "keptYears", "3");
        choose(wanjiru, "verifier", town.fatou.id().toString());
        Chrome.photograph(wanjiru, "gbv-closing");
        send(wanjiru);
        assertThat(answers).isLessThanOrEqualTo(CLOSED);
        to(wanjiru, "/cases/" + code + "/verification");
        assertThat(wanjiru.locator("input[name=result]").count()).as("nobody verifies their own proposal").isZero();
    }

    @Test
    void what_the_case_knows_of_her_decisions_stands_in_the_sheet_and_what_was_taken_back_beside_the_answer() {
        adopt("gbv");
        var file = new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "urgent", true, "given", "gbv").open();
        var browser = new StaffBrowser(haki, Chrome.Screen.PHONE);
        var wanjiru = browser.of(town.wanjiru);
        to(wanjiru, file.path() + "/sheet/consent");
        tick(wanjiru, "alone_safe", "yes");
        tick(wanjiru, "limits_explained", "yes");
        for (var answer : List.of("consent_services=given", "consent_by=self", "consent_reporting=given", "consent_how=verbal_phone")) {
            assertThat(wanjiru.isChecked("[name='a/" + answer.replace("=", "'][value='") + "']")).as(answer).isTrue();
        }
        assertThat(text(wanjiru)).contains("The case has it already: Given");
        Chrome.isAccessible(wanjiru);
        Chrome.photograph(wanjiru, "gbv-known");
        send(wanjiru);
        to(wanjiru, file.path() + "/consents");
        pick(wanjiru, "purpose", "reporting");
        pick(wanjiru, "decision", "withdrawn");
        choose(wanjiru, "method", "verbal_phone");
        choose(wanjiru, "byWhom", "self");
        send(wanjiru);
        to(wanjiru, file.path() + "/sheet/consent");
        assertThat(text(wanjiru)).contains("This no longer holds. Taken back");
        Chrome.isAccessible(wanjiru);
        Chrome.photograph(wanjiru, "gbv-taken-back");
        browser.close();
    }

    /** P15 */
    @Test
    void where_she_refuses_nothing_is_kept_without_script_either() {
        adopt("gbv");
        var file = new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "urgent", true, "not_yet_asked", "gbv").open();
        var desk = StaffBrowser.withoutScript(haki, Chrome.Screen.PHONE);
        var wanjiru = desk.of(town.wanjiru);
        var rows = Everything.in(haki).rowsOf(town.riverbend);
        to(wanjiru, file.path() + "/sheet/consent");
        for (var answer : List.of("alone_safe=yes", "limits_explained=yes", "consent_services=refused")) {
            wanjiru.check("[name='a/" + answer.replace("=", "'][value='") + "']");
            wanjiru.click("button[formaction$='/questions']");
        }
        assertThat(text(wanjiru)).as("said before").contains("nothing of what was said is kept").doesNotContain("Who decided?");
        Chrome.photograph(wanjiru, "gbv-refused");
        wanjiru.click("main form .buttons .button-main");
        assertThat(wanjiru.url()).contains("/brief-exit");
        assertThat(wanjiru.locator("[role=status]").first().innerText()).as("and after").contains("Nothing of what was said is kept");
        assertThat(text(wanjiru)).contains("Brief contact only");
        Chrome.photograph(wanjiru, "gbv-counted");
        rows.merge("facts.fact", 1, Integer::sum);
        assertThat(Everything.in(haki).rowsOf(town.riverbend)).isEqualTo(rows);
        desk.close();
    }
}
