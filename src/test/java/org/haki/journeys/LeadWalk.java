package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.springframework.context.ApplicationContext;

/** A case that one organisation keeps and another leads: its plan, its closing, the leader's own record. */
final class LeadWalk {

    private final Gallery gallery;
    private final Town town;
    private final Page asks;
    private final Page leads;
    private final CaseFile file;

    /** In a town of its own. */
    LeadWalk(Gallery gallery, ApplicationContext haki) {
        this.gallery = gallery;
        this.town = Town.in(haki);
        town.inOneNetwork();
        this.asks = gallery.of(town.wanjiru);
        this.leads = gallery.of(town.sushila);
        this.file = CaseStory.in(haki, town).open();
    }

    void walk() {
        ask();
        gallery.at(leads, "/shared", "shared-lead");
        var window = leads.getAttribute("main table tr:has-text('lead') a", "href");
        gallery.at(leads, window, "lead-asked");
        leads.waitForNavigation(() -> leads.click("form[action$='/acceptance'] button"));
        gallery.look(leads, "lead-open");
        plan(window);
        record(window);
        gallery.at(asks, file.path(), "case-led");
        gallery.at(gallery.of(town.prem), window + "/reader", "window-reader");
        gallery.send(gallery.of(town.prem), "window-reader-sent-back");
        close(window);
    }

    private void ask() {
        gallery.at(asks, file.path() + "/referrals/new", "referral-lead");
        asks.selectOption("#to", new SelectOption().setValue(town.northgate.id().toString()));
        asks.check("input[name=kind][value=lead]");
        asks.check("input[name=urgency][value=urgent]");
        asks.check("input[name=story][value=whole]");
        asks.check("input[name=show][value=identity]");
        asks.check("input[name=consent][value=now]");
        asks.selectOption("#method", new SelectOption().setValue("verbal_phone"));
        asks.selectOption("#byWhom", new SelectOption().setValue("self"));
        gallery.send(asks, "referral-lead-sent");
    }

    private void plan(String window) {
        gallery.at(leads, window + "/activities/new", "lead-plan-new");
        gallery.send(leads, "lead-plan-sent-back");
        leads.fill("#title", "Go with her to the court");
        leads.selectOption("#kind", new SelectOption().setValue("visit"));
        leads.fill("#day", Town.today().plusDays(2).toString());
        gallery.send(leads, "lead-planned");
        var step = URI.create(leads.url()).getPath();
        gallery.at(leads, step, "lead-step");
        gallery.at(leads, step + "/missed", "lead-step-missed");
        gallery.at(leads, step + "/cancellation", "lead-step-cancellation");
        gallery.at(leads, step + "/change", "lead-step-change");
        gallery.at(leads, window + "/activities/record", "lead-record");
        gallery.send(leads, "lead-record-sent-back");
        leads.selectOption("#kind", new SelectOption().setValue("call"));
        leads.fill("#text", "She is safe with her sister.");
        gallery.send(leads, "lead-recorded");
    }

    private void record(String window) {
        gallery.at(leads, "/shared/records", "records-none");
        gallery.at(leads, window + "/record", "record-new");
        gallery.send(leads, "record-sent-back");
        leads.selectOption("#method", new SelectOption().setValue("verbal_phone"));
        leads.selectOption("#byWhom", new SelectOption().setValue("self"));
        gallery.press(leads);
        gallery.at(leads, "/shared/records", "records");
    }

    private void close(String window) {
        gallery.at(leads, window + "/closing", "lead-closing-open-steps");
        gallery.at(leads, window + "/activities/open", "lead-open-steps");
        for (var select : leads.querySelectorAll("select[name^='step-']")) {
            select.selectOption(new SelectOption().setValue("no_longer_needed"));
        }
        gallery.press(leads);
        gallery.at(leads, window + "/closing", "lead-closing");
        gallery.send(leads, "lead-closing-sent-back");
        leads.check("input[name=outcome][value=solved]");
        leads.selectOption("#reason", new SelectOption().setValue("completed"));
        leads.selectOption("#serviceLevel", new SelectOption().setValue("legal"));
        leads.check("input[name=toldReturn][value=yes]");
        gallery.send(leads, "lead-proposed");
        gallery.at(leads, window + "/closing", "lead-closing-stands");
        gallery.at(gallery.of(town.leila), file.path() + "/verification", "lead-verification");
    }
}
