package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.net.URI;
import java.util.List;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every page about cases and people, in a real browser, on a phone and at a desk: nothing for axe-core to find, nothing too wide. */
@HakiTest
class CasePagesTest {

    @Autowired ApplicationContext haki;

    private Page page;
    private Actor system;
    private CaseFile file;
    private Chrome.Screen screen;

    @Test
    void the_pages_of_cases_and_people_are_accessible_at_a_desk() {
        look(Chrome.Screen.DESK);
    }

    @Test
    void the_pages_of_cases_and_people_fit_a_phone() {
        look(Chrome.Screen.PHONE);
    }

    private void look(Chrome.Screen on) {
        screen = on;
        var town = Town.in(haki);
        file = CaseStory.in(haki, town).urgency("urgent").open();
        CaseStory.in(haki, town).of("Hodan Warsame").ownedBy(null).open();
        CaseStory.in(haki, town).of("Ixchel Ramos").urgency("emergency").fencedIn().open();
        system = town.riverbendSystem();
        var known = register(town);
        var staff = new StaffBrowser(haki, on);
        page = staff.of(town.wanjiru);
        theListAndANewCase();
        theRegister(known);
        theStepsOfACase();
        theClosing();
        page = staff.of(town.leila);
        for (var path : List.of("/closing", "/verification")) {
            at(file.path() + path);
        }
        theCheck();
        staff.close();
    }

    private void theListAndANewCase() {
        at("/cases");
        at("/cases?owner=everyone");
        at("/cases?owner=everyone&status=archived");
        at("/cases/new");
        page.click("main button.button-main");
        same("cases-new-sent-back");
    }

    private void theRegister(Identity known) {
        at("/people");
        page.fill("#typed", "thapa");
        page.click("form[action='/people/search'] button");
        same("people-found");
        at("/people/new");
        page.fill("#name", known.name());
        page.check("input[name=ageGroup][value=adult]");
        page.click("main button.button-main");
        same("people-alike");
        page.check("input[name=person][value=new]");
        page.click("main button.button-main");
        same("people-entered");
        page.click("main a.button-main");
        same("people-edit");
    }

    private void theStepsOfACase() {
        for (var path : List.of("/stage", "/fence", "/consents", "/assignment", "/people", "/notes/new")) {
            at(file.path() + path);
        }
        page.click("main button.button-main");
        same("note-sent-back");
        page.fill("#text", "She called from her sister’s phone.\nShe is safe tonight.");
        page.click("main button.button-main");
        page.click("a[href*='/notes/']");
        same("note-amend");
        page.fill("#text", "She called from her sister’s phone. She is safe until Friday.");
        page.click("main button.button-main");
        same("case");
        at(file.path() + "/people");
        page.fill("#typed", "Nirmala");
        page.click("form[action$='/people/search'] button");
        page.check("input[name=person]");
        page.selectOption("#role", "reporter");
        page.click("main button.button-main");
        same("case-with-reporter");
    }

    private void theClosing() {
        at(file.path() + "/closing");
        haki.getBean(Work.class).as(system, "case.archive", () -> haki.getBean(JdbcClient.class)
                .sql("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id")
                .param("id", file.id())
                .update());
        at(file.path() + "/closing");
        page.click("main button.button-main");
        same("closing-sent-back");
        page.check("input[name=outcome][value=solved]");
        page.selectOption("#reason", "completed");
        page.selectOption("#serviceLevel", "legal");
        page.check("input[name=toldReturn][value=yes]");
        page.selectOption("#verifier", new SelectOption().setLabel("Leila Marzouq"));
        page.fill("#remark", "The order stands until May.");
        page.click("main button.button-main");
        same("closing-proposed");
        at(file.path() + "/closing");
        at(file.path() + "/verification");
    }

    private void theCheck() {
        page.check("input[name=result][value=unreachable]");
        page.click("form[action$='/verification'] button.button-main");
        same("verification-sent-back");
        page.fill("#attempts", "3");
        page.click("form[action$='/verification'] button.button-main");
        same("case-closed");
        at(file.path() + "/reopening");
        at(file.path() + "/history");
    }

    private void at(String path) {
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1") + path);
        same(path.replace(file.path(), "case").replaceFirst("^/", "").replaceAll("[^a-z]+", "-"));
    }

    /** The page as it is now: a heading, nothing wider than the screen, no name in the title, nothing for axe-core to find. */
    private void same(String name) {
        assertThat(page.locator("h1").count()).as(name + " " + URI.create(page.url()).getPath()).isEqualTo(1);
        assertThat(page.title()).doesNotContain("Thapa").doesNotContain("Asha");
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as(name + " is too wide").isTrue();
        Chrome.picture(page, "cases-" + screen.width() + "-" + name);
        if (screen.equals(Chrome.Screen.DESK)) {
            Chrome.isAccessible(page);
        }
    }

    private Identity register(Town town) {
        var wanjiru = town.wanjiru.actor();
        var her = new Identity(
                "Nirmala Thapa", List.of("Nimu"), List.of("0555 0173"), null, "female", "adult", "Seti Bazaar, behind the mill",
                new SafeContact("shared", List.of("call"), List.of("10", "12"), "It is about the sewing class", "marigold", "Not on Friday."), "");
        haki.getBean(Persons.class).register(wanjiru, her, town.mainDesk.id(), false);
        return her;
    }
}
