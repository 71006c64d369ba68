package org.haki.journeys;

import com.microsoft.playwright.Page;
import org.haki.AtAnOffice;
import org.haki.Town;
import org.haki.cases.CaseFile;

/** Sent away at an office: drafted, put right, found, kept and rejected. */
final class PracticeWalk {

    private final Gallery gallery;
    private final Town town;
    private final Page page;
    private final CaseFile file;

    PracticeWalk(Gallery gallery, Town town, Page page, CaseFile file) {
        this.gallery = gallery;
        this.town = town;
        this.page = page;
        this.file = file;
    }

    void walk() {
        var form = file.path() + "/observations/new";
        gallery.at(page, form, "observation-no-institutions");
        var leila = gallery.of(town.leila);
        gallery.at(leila, "/observations", "observations-none");
        var registry = new AtAnOffice(town).registry("Kibra civil registry");
        gallery.at(page, form, "observation-new");
        gallery.send(page, "observation-sent-back");
        page.check("input[name=practices][value=bribe]");
        page.check("input[name=practices][value=sends_around]");
        page.selectOption("#institution", registry);
        page.fill("#amount", "1500");
        page.click("main form > details > summary");
        page.fill("#text", "The clerk sent Asha home for a paper of her father’s.");
        gallery.send(page, "observation-names-somebody");
        page.check("input[name=kept]");
        gallery.press(page);
        gallery.at(page, file.path(), "case-observed");
        var one = page.locator("#observations a").first().getAttribute("href");
        gallery.at(page, one, "observation-own");
        gallery.at(page, file.path() + one, "observation-edit");
        gallery.at(leila, "/observations", "observations");
        gallery.at(leila, "/observations?practice=delay", "observations-empty");
        gallery.at(leila, one, "observation");
        leila.click("form[action$='/rejection'] button");
        gallery.look(leila, "observation-reason-missing");
        leila.click("form[action$='/check'] button");
        gallery.at(leila, one, "observation-kept");
        gallery.at(leila, "/observations?state=checked", "observations-kept");
    }
}
