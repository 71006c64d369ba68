package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.access.Networks;
import org.haki.access.Organisations;
import org.haki.cases.CaseFile;
import org.springframework.context.ApplicationContext;

/** A case shared with a second organisation and a third: at the one who asks, and at the window. */
final class SharingWalk {

    private final Gallery gallery;
    private final Town town;
    private final Town third;
    private final Page asks;
    private final Page helps;
    private final CaseFile file;

    /** Brings the third organisation into the town's network, which is made here unless it is there already. */
    SharingWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.town = town;
        this.third = Town.in(haki);
        haki.getBean(Networks.class).enter(haki.getBean(Organisations.class).system(third.northgate.id()), town.inOneNetwork());
        this.asks = gallery.of(town.wanjiru);
        this.helps = gallery.of(town.sushila);
        this.file = CaseStory.in(haki, town).open();
    }

    void walk() {
        gallery.at(asks, file.path() + "/referrals", "referrals-none");
        gallery.at(helps, "/shared", "shared-none");
        ask();
        gallery.at(asks, file.path() + "/referrals", "referrals");
        gallery.at(helps, "/today", "today-asked");
        gallery.at(helps, "/shared", "shared");
        var window = address();
        gallery.at(helps, window, "window-asked");
        helps.click("details:has(form[action$='/rejection']) summary");
        send("form[action$='/rejection'] button", "window-rejection-sent-back");
        send("form[action$='/acceptance'] button", "window-open");
        helps.check("input[name=kind][value=service]");
        send("form[action$='/entries'] button", "entry-sent-back");
        helps.selectOption("#service", new SelectOption().setValue("legal"));
        helps.fill("#text", "We went to court together.");
        send("form[action$='/entries'] button", "window-written");
        onward(window);
        gallery.at(asks, file.path(), "case-theirs");
        gallery.at(asks, file.path() + "/referrals", "referrals-onward");
        gallery.at(gallery.of(town.leila), "/reports", "reports-with-partners");
        asks.check("input[name=recipient]");
        asks.selectOption("#method", new SelectOption().setValue("verbal_phone"));
        asks.waitForNavigation(() -> asks.click("form[action$='/withdrawal'] button"));
        gallery.look(asks, "referrals-withdrawn");
        gallery.at(helps, window, "window-ended");
    }

    private void ask() {
        gallery.at(asks, file.path() + "/referrals/new", "referral-new");
        gallery.send(asks, "referral-sent-back");
        asks.selectOption("#to", new SelectOption().setValue(town.northgate.id().toString()));
        asks.check("input[name=kind][value=service]");
        asks.selectOption("#service", new SelectOption().setValue("legal"));
        asks.check("input[name=urgency][value=urgent]");
        asks.fill("#instructions", "Please go with her to the court.");
        asks.check("input[name=story][value=whole]");
        asks.check("input[name=show][value=identity]");
        asks.check("input[name=show][value=plan]");
        asks.check("input[name=consent][value=now]");
        asks.selectOption("#method", new SelectOption().setValue("verbal_phone"));
        asks.selectOption("#byWhom", new SelectOption().setValue("self"));
        gallery.send(asks, "referral-sent");
    }

    private void onward(String window) {
        gallery.at(helps, window + "/referrals/new", "onward-new");
        gallery.send(helps, "onward-sent-back");
        helps.selectOption("#to", new SelectOption().setValue(third.northgate.id().toString()));
        helps.selectOption("#service", new SelectOption().setValue("shelter"));
        helps.check("input[name=urgency][value=normal]");
        helps.check("input[name=story][value=none]");
        helps.check("input[name=show][value=identity]");
        helps.selectOption("#method", new SelectOption().setValue("signature"));
        helps.selectOption("#byWhom", new SelectOption().setValue("self"));
        gallery.send(helps, "onward-sent");
    }

    private void send(String button, String name) {
        helps.waitForNavigation(() -> helps.click(button));
        gallery.look(helps, name);
    }

    private String address() {
        return helps.getAttribute("main table a", "href");
    }
}
