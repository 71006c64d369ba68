package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.haki.Everything;
import org.haki.Town;
import org.haki.cases.CaseFile;

/** The work in a case: what is planned, what was done, and how a planned thing ends. */
final class ActivityWalk {

    private final Gallery gallery;
    private final Everything everything;
    private final Town town;
    private final Page page;
    private final CaseFile file;

    ActivityWalk(Gallery gallery, Everything everything, Town town, Page page, CaseFile file) {
        this.gallery = gallery;
        this.everything = everything;
        this.town = town;
        this.page = page;
        this.file = file;
    }

    void walk() {
        gallery.at(page, file.path() + "/activities/new", "activity-new");
        gallery.send(page, "activity-new-sent-back");
        plan("visit", "Send the appeal", Town.today().plusDays(2));
        plan("appointment", "Ask the registry for the stamped copy", Town.today());
        planAfter("Ask the registry for the stamped copy");
        gallery.at(page, "/today", "today-waits");
        gallery.at(page, file.path() + "/activities/record", "activity-record");
        gallery.send(page, "activity-record-sent-back");
        page.fill("#text", "She came with her sister and signed the appeal.");
        page.selectOption("#kind", "visit");
        gallery.press(page);
        gallery.at(page, file.path() + "/activities/open", "activities-open");
        var step = step("appeal");
        gallery.at(page, step, "activity");
        for (var end : new String[] {"change", "cancellation"}) {
            gallery.at(page, step + "/" + end, "activity-" + end);
        }
        gallery.send(page, "activity-cancellation-sent-back");
        late();
    }

    /** Days pass: what was due is late, may be missed, and stands among what is left over. */
    private void late() {
        everything.pass("""
                update haki.activity set due_on = due_on - 3, due_at = due_at - interval '3 days'
                where org_id = :org and state = 'planned'""", town.riverbend);
        var step = step("stamped copy");
        gallery.at(page, step + "/missed", "activity-missed");
        gallery.send(page, "activity-missed-sent-back");
        var visit = step("appeal");
        gallery.go(page, visit);
        gallery.send(page, "activity-done-sent-back");
        page.check("input[name=result] >> nth=0");
        page.fill("#text", "The office gave the stamped copy.");
        gallery.press(page);
        gallery.at(page, visit, "activity-done");
    }

    private void planAfter(String title) {
        gallery.go(page, file.path() + "/activities/new");
        page.selectOption("#kind", "task");
        page.fill("#title", "Send it on");
        page.fill("#day", Town.today().plusDays(3).toString());
        page.selectOption("#after", new SelectOption().setLabel(page.locator("#after option").allInnerTexts().stream()
                .filter(option -> option.contains(title)).findFirst().orElseThrow()));
        gallery.press(page);
    }

    private void plan(String kind, String title, LocalDate day) {
        gallery.go(page, file.path() + "/activities/new");
        page.selectOption("#kind", kind);
        page.fill("#title", title);
        page.fill("#day", day.toString());
        gallery.press(page);
    }

    private String step(String word) {
        gallery.go(page, file.path());
        return page.locator("#plan a[href*='/activities/']", new Page.LocatorOptions().setHasText(word)).first().getAttribute("href");
    }
}
