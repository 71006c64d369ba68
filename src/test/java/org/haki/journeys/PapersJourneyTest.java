package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.journeys.SheetInChrome.checked;
import static org.haki.journeys.SheetInChrome.send;
import static org.haki.journeys.SheetInChrome.text;
import static org.haki.journeys.SheetInChrome.write;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Town;
import org.junit.jupiter.api.Test;

/** A birth certificate with a paralegal, on a phone: opened on one page, handed in, vetted, decided, collected, closed by what is seen. */
@HakiTest
class PapersJourneyTest extends CaseTypeJourney {

    private static final int OPENED = 7;
    private static final int CLOSED = 5;
    private static final int SENT_AWAY = 3;

    @Test
    void a_birth_certificate_from_seven_answers_to_a_closed_case() {
        adopt("paralegal_id");
        var tomasz = town.tomasz.signedIn();
        assertThat(tomasz.fill("/settings/institutions", "/settings/institutions", "name", "Kibra registry", "kind", "civil_registry").status()).isEqualTo(303);
        var phone = new StaffBrowser(haki, Chrome.Screen.PHONE);
        var wanjiru = phone.of(town.wanjiru);
        var code = opened(wanjiru);
        assertThat(wanjiru.locator("#plan").innerText()).contains("First talk and consent", "Agree who gets which paper", "Lead paralegal looks at the file");
        settle(wanjiru, code);
        handedIn(wanjiru, code);
        sentAway(wanjiru, code);
        kept(phone.of(town.leila));
        decided(wanjiru, code);
        collected(wanjiru, code);
        settle(phone.of(town.leila), code);
        proposed(wanjiru, code);
        seen(phone.of(town.fatou), code);
        to(wanjiru, "/cases/" + code);
        assertThat(text(wanjiru)).contains("Closed", "Issued and right");
        phone.close();
    }

    private String opened(Page wanjiru) {
        to(wanjiru, "/cases/new?type=paralegal_id");
        assertThat(text(wanjiru).split("needs an answer", -1)).as("all but her name, and how consent was said").hasSize(1 + OPENED - 2);
        assertThat(wanjiru.locator("[name=urgency]:visible, [name=channel]:visible").count()).as("a paralegal's own case came in person").isZero();
        assertThat(wanjiru.locator("details:has([name=channel]) summary").innerText()).contains("Walk-in", "Normal");
        wanjiru.fill("#name", "Halima Noor");
        answers = 1;
        pick(wanjiru, "ageGroup", "adult");
        SheetInChrome.choose(wanjiru, "doc_sought", "birth_cert");
        SheetInChrome.choose(wanjiru, "for_whom", "child");
        answers += 2;
        pick(wanjiru, "services", "given");
        pick(wanjiru, "reporting", "given");
        choose(wanjiru, "method", "signature");
        Chrome.photograph(wanjiru, "papers-new");
        send(wanjiru);
        assertThat(answers).isEqualTo(OPENED);
        var path = Pattern.compile("/cases/([0-9A-Z]+)$").matcher(wanjiru.url());
        assertThat(path.find()).as("and it is open: " + wanjiru.url()).isTrue();
        return path.group(1);
    }

    private void handedIn(Page wanjiru, String code) {
        var row = application(wanjiru, code);
        write(wanjiru, row + "submitted_on", Town.today().minusDays(20).toString());
        SheetInChrome.tick(wanjiru, row + "office", wanjiru.locator("[name='a/" + row + "office']").first().inputValue());
        SheetInChrome.choose(wanjiru, row + "vetting_required", "yes");
        write(wanjiru, row + "vetting_on", Town.today().plusDays(10).toString());
        Chrome.photograph(wanjiru, "papers-application");
        send(wanjiru);
        assertThat(wanjiru.locator("#plan").innerText()).contains("Prepare for the vetting", "Vetting or interview", "Ask at the office how it stands");
    }

    /** At the office they asked for money: sent away, the chip, done. */
    private void sentAway(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code);
        answers = 0;
        tap(wanjiru, "#story .section-head a[href$='/observations/new']");
        Chrome.photograph(wanjiru, "papers-sent-away");
        tap(wanjiru, ".choice:has(input[name=practices][value=bribe])");
        tap(wanjiru, "main form .button-main");
        assertThat(answers).isEqualTo(SENT_AWAY);
        assertThat(wanjiru.locator("#observations").innerText()).contains("Asked for an unofficial payment or a favour", "Kibra registry", "Take back");
        Chrome.photograph(wanjiru, "papers-observed");
    }

    /** The lead paralegal finds it in her list, and keeps it. */
    private void kept(Page leila) {
        to(leila, "/observations");
        leila.click("main li a");
        leila.click("form[action$='/check'] button");
        assertThat(text(leila)).contains("kept", "Kibra registry");
    }

    private void tap(Page page, String what) {
        page.locator(what).first().click();
        page.waitForLoadState();
        answers++;
    }

    private void decided(Page wanjiru, String code) {
        var row = application(wanjiru, code);
        write(wanjiru, row + "vetting_on", Town.today().minusDays(6).toString());
        write(wanjiru, row + "decided_on", Town.today().minusDays(2).toString());
        SheetInChrome.choose(wanjiru, row + "issued", "yes");
        send(wanjiru);
        assertThat(wanjiru.locator("#plan").innerText()).contains("Collect the document and check it").doesNotContain("Ask at the office");
    }

    private void collected(Page wanjiru, String code) {
        var row = application(wanjiru, code);
        write(wanjiru, row + "collected_on", Town.today().minusDays(1).toString());
        SheetInChrome.choose(wanjiru, row + "doc_correct", "yes");
        send(wanjiru);
    }

    private String application(Page wanjiru, String code) {
        to(wanjiru, "/cases/" + code + "/sheet/application");
        return "attempt[" + wanjiru.locator("[name='r/attempt']").first().getAttribute("value") + "]/";
    }

    private void proposed(Page wanjiru, String code) {
        for (int i = 0; i < 3; i++) {
            settle(wanjiru, code);
        }
        to(wanjiru, "/cases/" + code + "/closing");
        assertThat(checked(wanjiru, "outcome")).as(text(wanjiru)).isEqualTo("issued_correct");
        assertThat(wanjiru.locator("select[name=reason]").inputValue()).isEqualTo("completed");
        assertThat(wanjiru.locator("select[name=serviceLevel]").inputValue()).isEqualTo("accompaniment");
        answers = 3;
        pick(wanjiru, "toldReturn", "yes");
        choose(wanjiru, "verifier", town.fatou.id().toString());
        Chrome.photograph(wanjiru, "papers-closing");
        send(wanjiru);
        assertThat(answers).as("three of them filled in already").isLessThanOrEqualTo(CLOSED);
    }

    /** By the document, which somebody else sees. */
    private void seen(Page fatou, String code) {
        to(fatou, "/cases/" + code + "/verification");
        fatou.check("input[name=result][value=confirmed]");
        fatou.check("input[name=spokenWith][value=document]");
        send(fatou);
    }
}
