package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.haki.people.SafeContact;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case from its first day to its reopening, the people in it, and the registers. */
final class CaseWalk {

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;
    private final Page page;
    private final CaseFile file;
    private final CaseFile over;

    CaseWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
        this.page = gallery.of(town.wanjiru);
        this.file = CaseStory.in(haki, town).urgency("urgent").consentNotYetAsked().open();
        this.over = CaseStory.in(haki, town).of("Hodan Warsame").ownedBy(null).open();
        CaseStory.in(haki, town).of("Ixchel Ramos").urgency("emergency").fencedIn().open();
        var safe = new SafeContact("shared", List.of("call"), List.of("10", "12"), "It is about the sewing class", "marigold", "Not on Friday.");
        var nirmala = new Identity("Nirmala Thapa", List.of("Nimu"), List.of("0555 0173"), null, "female", "adult", "Seti Bazaar", safe, "");
        haki.getBean(Persons.class).register(town.wanjiru.actor(), nirmala, town.mainDesk.id(), false);
    }

    /** The lists of cases and of people, searching them, and entering somebody new. */
    void theRegisters() {
        theListAndANewCase();
        theRegister();
    }

    /** One case from its first note to its reopening. */
    void oneCase() {
        theSteps();
        new ConsentWalk(gallery, page, file).walk();
        new ActivityWalk(gallery, Everything.in(haki), town, page, file).walk();
        new PracticeWalk(gallery, town, page, file).walk();
        theCaseItself();
        theClosing();
        theCheck();
        new PurgeWalk(gallery, haki, town, over).walk();
    }

    private void theListAndANewCase() {
        gallery.at(gallery.of(town.mateo), "/cases", "cases-none");
        gallery.at(gallery.of(town.mateo), "/people", "people-none");
        gallery.at(gallery.of(town.mateo), "/record", "record-none");
        gallery.at(page, "/cases", "cases");
        Chrome.print(page, "cases");
        gallery.at(page, "/cases?owner=everyone", "cases-everyone");
        gallery.at(page, "/cases?owner=everyone&status=archived", "cases-empty");
        gallery.at(gallery.of(town.leila), "/downloads?list=cases&owner=everyone", "cases-download");
        gallery.at(page, "/cases/new", "case-new");
        gallery.send(page, "case-new-sent-back");
        gallery.at(page, "/record", "record");
        gallery.at(page, "/search", "search");
        page.fill("#q", "thapa");
        gallery.send(page, "search-found");
        page.fill("#q", "nobody at all");
        gallery.send(page, "search-empty");
    }

    private void theRegister() {
        gallery.at(page, "/people", "people");
        gallery.at(gallery.of(town.leila), "/downloads?list=people", "people-download");
        page.fill("#typed", "thapa");
        page.waitForNavigation(() -> page.click("form[action='/people/search'] button"));
        gallery.look(page, "people-found");
        gallery.at(page, "/people/new", "person-new");
        page.fill("#name", "Nirmala Thapa");
        page.check("input[name=ageGroup][value=adult]");
        gallery.send(page, "person-alike");
        page.check("input[name=person][value=new]");
        gallery.press(page);
        var person = page.url().replaceFirst("https?://[^/]+", "").replaceFirst("[?#].*", "");
        gallery.at(page, person, "person");
        gallery.at(page, person + "/edit", "person-edit");
        page.fill("#name", "");
        page.fill("#phones", "call me");
        gallery.send(page, "person-edit-sent-back");
    }

    private void theSteps() {
        for (var step : List.of("stage", "fence", "consents", "people")) {
            gallery.at(page, file.path() + "/" + step, "case-" + step);
            gallery.send(page, "case-" + step + "-sent-back");
        }
        gallery.at(page, file.path() + "/assignment", "case-assignment");
        gallery.at(gallery.of(town.leila), file.path() + "/assignment", "case-assignment-by-supervisor");
        gallery.at(page, file.path() + "/notes/new", "note-new");
        gallery.send(page, "note-sent-back");
        page.fill("#text", "She called from her sister’s phone.\nShe is safe tonight.");
        gallery.press(page);
        gallery.at(page, page.locator("a[href*='/notes/']:not([href$=new])").first().getAttribute("href"), "note-amend");
        page.fill("#text", "She called from her sister’s phone. She is safe until Friday.");
        gallery.press(page);
        gallery.go(page, file.path() + "/people");
        page.fill("#typed", "Nirmala");
        page.waitForNavigation(() -> page.click("form[action$='/people/search'] button"));
        page.check("input[name=person] >> nth=0");
        page.selectOption("#role", "reporter");
        gallery.press(page);
    }

    private void theCaseItself() {
        gallery.at(page, file.path(), "case");
        Chrome.print(page, "case");
        gallery.at(gallery.of(town.fatou), file.path(), "case-card");
        gallery.at(gallery.of(town.leila), file.path(), "case-of-supervisor");
        gallery.at(page, file.path() + "/history", "case-history");
        theWatchers();
        Chrome.print(page, "case-history");
        gallery.at(page, file.path() + "/history/pdf", "case-history-pdf");
        gallery.send(page, "case-history-pdf-sent-back");
    }

    private void theWatchers() {
        var ines = gallery.of(town.ines);
        gallery.at(ines, "/audit", "audit");
        gallery.send(ines, "audit-sent-back");
        gallery.at(ines, file.path() + "/openings", "openings");
        gallery.at(gallery.of(town.leila), file.path() + "/openings", "openings-of-supervisor");
        var fenced = CaseStory.in(haki, town).fencedIn().open();
        var nuru = gallery.of(town.person(town.riverbend, "Nuru Hassan", "nuru", Town.everywhere("supervisor")));
        gallery.at(nuru, "/break-glass", "break-glass");
        gallery.send(nuru, "break-glass-sent-back");
        nuru.fill("#code", fenced.code());
        nuru.check("input[name=reason][value=danger_now]");
        nuru.selectOption("#told", new SelectOption().setLabel("Leila Marzouq"));
        gallery.send(nuru, "case-by-break-glass");
        gallery.at(ines, "/today", "today-with-a-review");
    }

    private void theClosing() {
        gallery.at(page, file.path() + "/closing", "closing-with-open-steps");
        haki.getBean(Work.class).as(town.riverbendSystem(), "case.archive", () -> haki.getBean(JdbcClient.class)
                .sql("update haki.activity set state = 'cancelled', reason = 'no_longer_needed' where case_id = :id and state = 'planned'")
                .param("id", file.id())
                .update());
        gallery.at(page, file.path() + "/closing", "closing");
        gallery.send(page, "closing-sent-back");
        page.check("input[name=outcome][value=solved]");
        page.selectOption("#reason", "completed");
        page.selectOption("#serviceLevel", "legal");
        page.check("input[name=toldReturn][value=yes]");
        page.selectOption("#verifier", new SelectOption().setLabel("Leila Marzouq"));
        page.fill("#remark", "The order stands until May.");
        gallery.send(page, "case-closing-proposed");
        gallery.at(page, file.path() + "/verification", "verification-of-ones-own");
    }

    private void theCheck() {
        var leila = gallery.of(town.leila);
        gallery.at(leila, file.path() + "/verification", "verification");
        leila.check("input[name=result][value=unreachable]");
        leila.waitForNavigation(() -> leila.click("form[action$='/verification'] button.button-main"));
        gallery.look(leila, "verification-sent-back");
        leila.check("input[name=result][value=confirmed]");
        leila.check("input[name=spokenWith][value=client]");
        leila.waitForNavigation(() -> leila.click("form[action$='/verification'] button.button-main"));
        gallery.at(leila, file.path(), "case-closed");
        gallery.at(leila, file.path() + "/reopening", "reopening");
        gallery.send(leila, "reopening-sent-back");
    }
}
