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
import org.haki.cases.AdoptedTypes;
import org.haki.kernel.Op;
import org.junit.jupiter.api.Test;

/** An advice office at a desk, in a real browser: lines in the register, of which one becomes a case, to its close. */
@HakiTest
class AdviceOfficeJourneyTest extends CaseTypeJourney {

    private static final int A_LINE = 5;
    private static final int OPENED = 7;
    private static final int CLOSED = 5;

    @Test
    void an_advice_office_from_a_line_in_the_register_to_a_closed_case() {
        adopt("advice_office");
        haki.getBean(AdoptedTypes.class).stop(town.tomasz.actor(), "general", Op.own());
        var desk = new StaffBrowser(haki, Chrome.Screen.DESK);
        var wanjiru = desk.of(town.wanjiru);
        aLine(wanjiru, "work", "Asked for the number of the labour court.");
        choose(wanjiru, "service", "information");
        assertThat(answers).as("in thirty seconds").isLessThanOrEqualTo(A_LINE);
        send(wanjiru);
        assertThat(wanjiru.locator("tbody tr").innerText()).contains("Asked for the number");
        var code = opened(wanjiru);
        limitsBecomeDeadlines(wanjiru, code);
        adviceClosed(wanjiru, code);
        verified(desk.of(town.fatou), code);
        to(wanjiru, "/cases/" + code);
        assertThat(text(wanjiru)).contains("Closed", "Money paid");
        desk.close();
    }

    private String opened(Page wanjiru) {
        answers = 0;
        aLine(wanjiru, "work", "Dismissed without a hearing.");
        Chrome.onward(wanjiru, () -> wanjiru.click("button[name=then]"));
        assertThat(checked(wanjiru, "urgency")).isEqualTo("normal");
        assertThat(wanjiru.locator("select[name=owner]").inputValue()).isEqualTo(town.wanjiru.id().toString());
        pick(wanjiru, "fenced", "no");
        pick(wanjiru, "services", "given");
        pick(wanjiru, "reporting", "given");
        Chrome.photograph(wanjiru, "advice-accept");
        send(wanjiru);
        assertThat(answers).isLessThanOrEqualTo(OPENED);
        var path = Pattern.compile("/cases/([0-9A-Z]+)/sheet/problem").matcher(wanjiru.url());
        assertThat(path.find()).as("it goes on to the first section: " + wanjiru.url()).isTrue();
        return path.group(1);
    }

    private void aLine(Page wanjiru, String topic, String note) {
        to(wanjiru, "/walk-ins");
        choose(wanjiru, "sex", "female");
        choose(wanjiru, "ageGroup", "adult");
        choose(wanjiru, "topic", topic);
        wanjiru.fill("#note", note);
        answers++;
    }

    private void limitsBecomeDeadlines(Page wanjiru, String code) {
        SheetInChrome.choose(wanjiru, "topic", "labour");
        SheetInChrome.choose(wanjiru, "matter", "dismissal");
        send(wanjiru);
        to(wanjiru, "/cases/" + code + "/sheet/labour");
        write(wanjiru, "dismissed_on", Town.today().minusDays(3).toString());
        send(wanjiru);
        to(wanjiru, "/cases/" + code + "/sheet/limits");
        var row = "limit[" + wanjiru.locator("[name='r/limit']").first().getAttribute("value") + "]/";
        SheetInChrome.choose(wanjiru, row + "rule", "za_dismissal");
        write(wanjiru, row + "counts_from", Town.today().minusDays(3).toString());
        assertThat(text(wanjiru)).contains("Last day");
        Chrome.photograph(wanjiru, "advice-limits");
        send(wanjiru);
        assertThat(wanjiru.locator("#plan").innerText()).contains("Last day of the time limit", "The time limit is near");
    }

    private void adviceClosed(Page wanjiru, String code) {
        for (int i = 0; i < 3; i++) {
            settle(wanjiru, code);
        }
        to(wanjiru, "/cases/" + code + "/closing");
        answers = 0;
        assertThat(wanjiru.locator("input[name=outcome]").count()).as(text(wanjiru)).isPositive();
        pick(wanjiru, "outcome", "money");
        choose(wanjiru, "reason", "completed");
        choose(wanjiru, "serviceLevel", "negotiation");
        pick(wanjiru, "toldReturn", "yes");
        choose(wanjiru, "verifier", town.fatou.id().toString());
        send(wanjiru);
        assertThat(answers).isLessThanOrEqualTo(CLOSED);
    }
}
