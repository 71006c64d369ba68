package org.haki.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.haki.AtAnOffice;
import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.kernel.Op;
import org.springframework.context.ApplicationContext;

/** The sheet of a case: a section empty, with what follows, sent back, saved, clashing with a colleague's, read and with its history; and the short way out. */
final class SheetWalk {

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;
    private final Page page;
    private final Page leilas;
    private final String visit;
    private final CaseFile file;

    SheetWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
        this.page = gallery.of(town.wanjiru);
        this.leilas = gallery.of(town.leila);
        this.file = CaseStory.in(haki, town).withSheet().open();
        this.visit = file.path() + "/sheet/visit";
    }

    void walk() {
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "paralegal_id", Op.own());
        gallery.at(page, "/cases/new?type=paralegal_id", "case-new-one-page");
        page.selectOption("[id='a/doc_sought']", "correction");
        page.waitForSelector("[id='a/correction_what']");
        gallery.send(page, "case-new-one-page-sent-back");
        theNextChild();
        theVisitRound();
        gallery.at(page, file.path(), "case-sheet-empty");
        gallery.at(page, visit, "sheet-empty");
        page.check("[name='a/safe'][value=no]");
        page.waitForSelector("[id='a/why']");
        page.fill("[id='a/why']", "He waits at the corner.");
        page.selectOption("[id='a/town']", "rb");
        page.waitForSelector("[name='a/village']");
        page.check("[name='a/needs'][value=food]");
        page.check("[name='a/needs'][value=roof]");
        row("Mina", "9");
        page.fill("[id='a/illness']", "She coughs at night.");
        page.click("button[name=add]");
        page.locator("[name^='a/child'][name$='/name']").nth(1).waitFor();
        gallery.look(page, "sheet-filled");
        page.fill("[id='a/seen_on']", "31 2 2026");
        save("sheet-sent-back");
        page.fill("[id='a/seen_on']", "1 3 2026");
        page.locator("button[name=remove]").last().click();
        page.locator("[name^='a/child'][name$='/name']").nth(1).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        page.waitForNavigation(() -> page.click("form[action='" + visit + "'] .buttons .button-main"));
        gallery.at(page, file.path(), "case-sheet-answered");
        clash();
        page.check("[name='a/safe'][value=yes]");
        page.waitForSelector("[name=d]", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
        gallery.look(page, "sheet-no-longer-asked");
        gallery.at(page, file.path() + "/sheet/danger", "sheet-second-section");
        covered();
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", Op.own());
        var brief = new CaseStory(haki, town, "Asha Thapa", town.wanjiru.id(), "normal", false, "given", "housing").open();
        gallery.at(page, brief.path() + "/brief-exit", "brief-exit");
    }

    private void covered() {
        gallery.at(page, visit + "/history", "sheet-history");
        page.waitForNavigation(() -> page.locator("button[name=show]").first().click());
        gallery.look(page, "sheet-history-opened");
        gallery.at(page, visit, "sheet-covered");
        page.waitForNavigation(() -> page.locator("button[name=show]").first().click());
        gallery.look(page, "sheet-opened");
    }

    private void row(String name, String age) {
        page.locator("[name^='a/child'][name$='/name']").last().fill(name);
        page.locator("[name^='a/child'][name$='/age']").last().fill(age);
    }

    private void save(String name) {
        page.waitForLoadState();
        page.waitForNavigation(() -> page.click("form[action='" + visit + "'] .buttons .button-main"));
        gallery.look(page, name);
    }

    private void clash() {
        gallery.at(page, visit, "sheet-again");
        leilas.navigate(page.url());
        leilas.fill("[id='a/words']", "She says that he came back last night.");
        leilas.waitForNavigation(() -> leilas.click("form[action='" + visit + "'] .buttons .button-main"));
        page.fill("[id='a/words']", "She says that he has a key.");
        save("sheet-clash");
        page.locator("[name='c/words'][value=theirs]").evaluate("radio => { radio.checked = true; }");
        page.waitForNavigation(() -> page.click("form[action='" + visit + "'] .buttons .button-main"));
        gallery.at(page, visit, "sheet-after-the-clash");
    }

    private void theVisitRound() {
        gallery.at(page, "/visits", "visits-empty");
        var office = new AtAnOffice(town);
        var round = "/visits/" + office.registry("Kibra registry");
        var wanjiru = town.wanjiru.signedIn();
        office.application(wanjiru, "Hodan Warsame", round.replaceFirst(".*/", ""));
        office.application(wanjiru, "Mwangi Kariuki", round.replaceFirst(".*/", ""));
        gallery.at(page, "/visits", "visits");
        gallery.at(page, round, "visit-round");
        page.locator("[name^=note-]").first().fill("The clerk has the file now.");
        gallery.send(page, "visit-round-sent-back");
        gallery.at(page, round + "/sheet", "visit-sheet");
    }

    private void theNextChild() {
        var papers = new CaseStory(haki, town, "Halima Noor", town.wanjiru.id(), "normal", false, "given", "paralegal_id").open();
        gallery.at(page, papers.path() + "/next", "case-next");
        gallery.send(page, "case-next-sent-back");
    }
}
