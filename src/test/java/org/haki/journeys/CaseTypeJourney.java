package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.journeys.SheetInChrome.send;
import static org.haki.journeys.SheetInChrome.text;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import org.haki.Town;
import org.haki.cases.AdoptedTypes;
import org.haki.kernel.Op;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What journeys through a case of one type have in common; answers are counted, since FIELD says how many a flow may need. */
class CaseTypeJourney {

    @Autowired ApplicationContext haki;

    Town town;
    int answers;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        answers = 0;
    }

    /** By a safe call, by somebody else. */
    void verified(Page fatou, String code) {
        to(fatou, "/cases/" + code + "/verification");
        assertThat(text(fatou)).contains("Safe contact").doesNotContain("This was asked of us");
        fatou.check("input[name=result][value=confirmed]");
        fatou.check("input[name=spokenWith][value=client]");
        Chrome.photograph(fatou, "type-verification");
        send(fatou);
    }

    /** What is open is done on one page, and what is hard on its own; what is the supervisor's, the page asks only of her. */
    void settle(Page page, String code) {
        to(page, "/cases/" + code + "/activities/open");
        var apart = new ArrayList<String>();
        for (var step : page.locator("select[name^=step-]").all()) {
            var own = step.locator("xpath=ancestor::*[contains(@class, 'field')][1]/following-sibling::*[1][self::p]/a");
            if (own.count() > 0) {
                apart.add(own.getAttribute("href"));
            } else {
                step.selectOption(step.locator("option").nth(1).getAttribute("value"));
            }
        }
        if (page.locator("select[name^=step-]").count() > 0) {
            send(page);
        }
        for (var hard : apart) {
            to(page, hard);
            page.fill("form[action$='/completion'] textarea[name=text]", "It was done; the papers show it.");
            send(page);
        }
        to(page, "/cases/" + code);
    }

    void adopt(String type) {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), type, Op.own());
    }

    void pick(Page page, String name, String value) {
        page.check("input[name='" + name + "'][value='" + value + "']");
        answers++;
    }

    void choose(Page page, String name, String value) {
        page.selectOption("select[name=" + name + "]", value);
        answers++;
    }

    int to(Page page, String path) {
        return page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path).status();
    }
}
