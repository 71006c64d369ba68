package org.haki.journeys;

import com.microsoft.playwright.Page;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.springframework.context.ApplicationContext;

/** A clinic without an account is asked to help: whoever asks, and the page that opens once, in English and in Spanish. */
final class OutsideWalk {

    private final Gallery gallery;
    private final Page asks;
    private final CaseFile file;

    OutsideWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.asks = gallery.of(town.wanjiru);
        this.file = CaseStory.in(haki, town).open();
    }

    void walk() {
        for (var language : new String[] {"en", "es"}) {
            var outside = asked(language);
            walk(outside, language);
        }
    }

    private String asked(String language) {
        var path = file.path() + "/outside";
        gallery.at(asks, path + "/new", "outside-new");
        gallery.send(asks, "outside-sent-back");
        asks.fill("#name", language.equals("en") ? "Hillside clinic" : "Casa de la Mujer");
        asks.selectOption("#service", "medical");
        asks.check("input[name=urgency][value=emergency]");
        asks.fill("#instructions", "She needs a doctor today. Please ask for Dr Sen.\nShe speaks Nepali.");
        asks.check("input[name=story][value=whole]");
        asks.check("input[name=show][value=identity]");
        asks.check("input[name=show][value=plan]");
        asks.check("input[name=consent][value=now]");
        asks.selectOption("#method", "verbal_phone");
        asks.selectOption("#byWhom", "self");
        gallery.press(asks);
        var outside = asks.url().replaceAll("https?://[^/]+|\\?.*", "");
        gallery.at(asks, outside, "outside");
        asks.waitForNavigation(() -> asks.click("form[action$='/answer'] button"));
        gallery.look(asks, "outside-answer-sent-back");
        return outside;
    }

    private void walk(String outside, String language) {
        gallery.at(asks, outside, "outside-waits");
        asks.waitForNavigation(() -> asks.click("form[action$='/page'] button"));
        gallery.look(asks, "pass");
        var link = asks.textContent("#link").strip().replaceAll("https?://[^/]+", "");
        var code = asks.textContent("#code").strip();
        var helps = gallery.stranger(language);
        gallery.at(helps, link, "guest-door-" + language);
        helps.fill("#code", "1234");
        gallery.send(helps, "guest-door-sent-back-" + language);
        helps.fill("#code", code);
        gallery.press(helps);
        gallery.at(helps, "/guest", "guest-" + language);
        gallery.at(asks, outside, "outside-open");
        helps.click("summary");
        helps.waitForNavigation(() -> helps.click("form[action^='/guest/rejection'] button"));
        gallery.look(helps, "guest-rejection-sent-back-" + language);
        gallery.send(helps, "guest-accepted-" + language);
        gallery.send(helps, "guest-remark-sent-back-" + language);
        helps.fill("#remark", "Her arm was treated. She comes back on Friday.");
        helps.waitForNavigation(() -> helps.click("button[formaction]"));
        gallery.look(helps, "guest-thanks-" + language);
        gallery.at(helps, "/guest", "guest-over-" + language);
        gallery.at(asks, outside, "outside-completed");
        gallery.at(asks, file.path() + "/referrals", "referrals-outside");
    }
}
