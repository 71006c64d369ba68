package org.haki.journeys;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Geolocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.haki.CaseClosing;
import org.haki.CaseStory;
import org.haki.OwnAppearances;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.devices.PhoneInHand;
import org.haki.xlsform.XlsxFile;
import org.springframework.context.ApplicationContext;

/** An organisation's own forms: uploaded with problems, published, filled in, read. */
final class FormsWalk {

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;

    FormsWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
    }

    void walk() {
        var tomasz = gallery.of(town.tomasz);
        gallery.at(tomasz, "/settings/forms", "forms");
        upload(tomasz, OwnForms.HOME.replace("| text | village", "| txt | village").replace("${has_id}", "${had_id}"), "forms-problems");
        upload(tomasz, OwnForms.HOME, "form-draft");
        var draft = path(tomasz);
        gallery.at(tomasz, draft + "/preview", "form-tried");
        gallery.at(tomasz, draft, "form-draft");
        tomasz.click("form[action$='/versions'] button");
        gallery.at(tomasz, path(tomasz), "form-published");
        upload(tomasz, OwnForms.HOME, "form-same-version");
        var form = tomasz.url().replaceAll(".*/settings", "").replaceAll("/draft.*", "");
        gallery.at(tomasz, "/settings" + form + "/paper", "form-paper-preview");
        filled(form);
        inEveryManner();
        places();
        used();
        gallery.at(tomasz, "/settings/devices", "devices");
        tomasz.fill("#name", "Phone 3");
        tomasz.selectOption("#office", town.mainDesk.id().toString());
        tomasz.click("form[action='/settings/devices'] button");
        gallery.look(tomasz, "device-enrolled");
        gallery.at(tomasz, new OwnForms(town.tomasz.signedIn()).bringing(OwnForms.LISTED, "people"), "form-brings-cases");
        gallery.at(tomasz, "/settings/phone-cases", "phone-cases");
        gallery.at(gallery.of(town.ines), "/settings/phone-cases", "phone-cases-decided");
        kept();
        gallery.at(tomasz, "/settings/devices", "devices");
        gallery.at(tomasz, tomasz.locator("a[href^='/settings/devices/']").first().getAttribute("href"), "device");
    }

    /** A list that forms keep, with something in it that two changed. */
    private void kept() {
        var leila = gallery.of(town.leila);
        var keeper = town.tomasz.signedIn();
        var row = new OwnForms(keeper).household(town.leila.signedIn());
        try {
            new PhoneInHand(PhoneInHand.letIn(keeper, town, town.leila)).send("<data id='household_visit' version='1'><village>Korogocho</village><meta><instanceID>uuid:late"
                    + "</instanceID><entity dataset='households' id='" + row.replaceAll(".*/", "") + "' update='1' baseVersion='1'/></meta></data>");
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
        gallery.at(leila, "/form-lists", "form-lists");
        gallery.at(leila, row.replaceAll("/rows/.*", ""), "form-list");
        gallery.at(leila, row, "form-list-row");
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }

    /** The same form where it is used. */
    private void filled(String form) {
        var leila = gallery.of(town.leila);
        gallery.at(leila, "/forms", "own-forms");
        gallery.at(leila, form + "/new", "form-new");
        gallery.send(leila, "form-new-sent-back");
        leila.fill("[id='a/village']", "Kibra");
        leila.check("[name='a/has_id'][value=no]");
        leila.waitForSelector("[name='a/why_not']");
        gallery.look(leila, "form-follows");
        leila.click(".form form .button-main");
        gallery.look(leila, "form-filled");
        var sheet = leila.url().replaceAll("https?://[^/]*", "").replaceAll("\\?.*", "");
        gallery.at(leila, sheet, "form-sheet");
        gallery.at(leila, sheet + "/edit", "form-edit");
        gallery.at(leila, sheet + "/history", "form-history");
        gallery.at(leila, sheet + "/paper", "form-paper-filled");
        gallery.at(leila, form, "form-home");
        gallery.at(leila, form + "/paper?copies=2", "form-paper");
        Chrome.print(leila, "form-paper");
        gallery.at(leila, form + "/report", "form-report");
    }

    /** Every manner of asking, a part after the other. */
    void inEveryManner() {
        var form = new OwnForms(town.tomasz.signedIn()).published(OwnAppearances.ALL).replace("/settings", "");
        var leila = gallery.of(town.leila);
        gallery.at(leila, form + "/new", "form-manners-note");
        leila.click(".form form .button-main");
        gallery.look(leila, "form-manners");
        leila.click(".form form .button-main");
        gallery.look(leila, "form-manners-choices");
        leila.click(".form form .button-main");
        gallery.look(leila, "form-manners-table");
        leila.click(".form form .button-main");
        gallery.look(leila, "form-manners-table-wrong");
    }

    /** Places, and a signature: what the browser says, and what it may not. */
    void places() {
        var form = new OwnForms(town.tomasz.signedIn()).published(OwnAppearances.PLACES).replace("/settings", "");
        var leila = gallery.of(town.leila);
        gallery.at(leila, form + "/new", "form-places");
        leila.click("[data-locate='a/home']");
        leila.waitForSelector("text=The browser was not allowed");
        leila.context().grantPermissions(List.of("geolocation"));
        leila.context().setGeolocation(new Geolocation(-1.2921, 36.8219).setAccuracy(12));
        leila.click("[data-locate='a/home']");
        leila.waitForSelector("text=Right to within 12 m.");
        leila.fill("[id='a/field']", "-1.2921 36.8219\n-1.2921 36.8231\n-1.2930 36.8229\n-1.2931 36.8218");
        leila.locator("[id='a/field']").blur();
        leila.waitForSelector("text=4 corners");
        leila.locator("[data-draw] canvas").scrollIntoViewIfNeeded();
        var pad = leila.locator("[data-draw] canvas").boundingBox();
        leila.mouse().move(pad.x + 30, pad.y + 60);
        leila.mouse().down();
        leila.mouse().move(pad.x + 120, pad.y + 20, new Mouse.MoveOptions().setSteps(6));
        leila.mouse().move(pad.x + 200, pad.y + 90, new Mouse.MoveOptions().setSteps(6));
        leila.mouse().up();
        leila.click("[data-draw] [data-keep]");
        leila.waitForSelector("[id='a/sign'].as-typed");
        gallery.look(leila, "form-places-answered");
        leila.click(".form form .button-main");
        gallery.look(leila, "form-places-filled");
    }

    /** A form that follows up, where it is kept and on the page of a case; a public page that asks with its own. */
    private void used() {
        var keeper = new OwnForms(town.tomasz.signedIn());
        gallery.at(gallery.of(town.tomasz), "/settings" + keeper.followsUp(), "form-follows-up");
        var leila = gallery.of(town.leila);
        var told = keeper.told("report", "opens", "yes");
        var report = town.leila.signedIn().get(told + "/new").form(told + "/sheets").send("a/client_name", "Devi Rana", "a/what", "They took her papers.", "a/danger", "perhaps");
        gallery.at(leila, report.location().replaceAll("\\?.*", ""), "form-is-report");
        gallery.at(leila, "/intake", "report-by-form");
        gallery.at(leila, CaseStory.in(haki, town).open().path(), "case-with-forms");
        asked(keeper);
        var kept = keeper.published(OwnForms.HOME.replace("| home | 1 |", "| public | 1 |"));
        keeper.keeper().fill(kept, kept + "/use", "use", "public");
        gallery.at(gallery.stranger(), "/report/" + town.riverbend.slug(), "report-own-form");
    }

    /** A link that a client opens alone. */
    private void asked(OwnForms keeper) {
        var kept = keeper.published(CaseClosing.HOW_IT_WAS);
        keeper.keeper().fill(kept, kept + "/use", "use", "closing");
        var file = CaseStory.in(haki, town).of("Devi Rana").open();
        var closing = new CaseClosing(town);
        closing.agrees(file, "given");
        closing.closed(file);
        var leila = gallery.of(town.leila);
        gallery.at(leila, file.path(), "case-closed-to-ask");
        leila.click("button[formaction$='/survey-link']");
        gallery.look(leila, "closing-link");
        Chrome.print(leila, "closing-link");
        var link = leila.locator(".link-card .code").textContent().replaceFirst("https?://[^/]*", "");
        var her = gallery.stranger();
        gallery.at(her, link, "how");
        gallery.send(her, "how-sent-back");
        her.check("[name='a/overall'][value=good]");
        her.click("form .button-main");
        gallery.look(her, "how-thanks");
        her.navigate(her.url());
        gallery.look(her, "how-over");
    }

    private void upload(Page keeper, String markdown, String name) {
        keeper.setInputFiles("#book", new FilePayload("book.xlsx", "application/octet-stream", XlsxFile.of(markdown).bytes()));
        keeper.click("form[enctype] button");
        gallery.look(keeper, name);
    }
}
