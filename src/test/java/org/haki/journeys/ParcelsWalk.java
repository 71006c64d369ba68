package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import org.haki.CaseStory;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.files.Photos;
import org.springframework.context.ApplicationContext;

/** A clerk with a bundle of paper: it is registered, typed in by keys, answered. */
final class ParcelsWalk {

    private static final String HOUSEHOLD = OwnForms.HOME.replace("| home | 1 |", "| household | 1 |").replace("Needs at home", "Household");

    private final Gallery gallery;
    private final ApplicationContext haki;
    private final Town town;

    ParcelsWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.haki = haki;
        this.town = town;
    }

    void walk() {
        var form = new OwnForms(town.tomasz.signedIn()).published(HOUSEHOLD).replaceAll(".*/", "");
        var nasrin = gallery.of(town.person(town.riverbend, "Nasrin Akter", "nasrin", new Membership("clerk", town.mainDesk.id())));
        gallery.at(nasrin, "/parcels", "parcels-none");
        gallery.at(nasrin, "/parcels/new", "parcel-new");
        gallery.send(nasrin, "parcel-new-sent-back");
        nasrin.selectOption("#sender", town.wanjiru.id().toString());
        nasrin.fill("#sentOn", "2026-10-12");
        nasrin.selectOption("#form1", form);
        nasrin.fill("#sheets1", "1-11, 13-16, 18-20");
        nasrin.click(".parcelform .button-main");
        var parcel = path(nasrin);
        gallery.at(nasrin, parcel, "parcel");
        nasrin.click(".pagehead .button-main");
        gallery.at(nasrin, path(nasrin), "clerk");
        nasrin.fill("#on", "2026-09-20");
        nasrin.press("#on", "Enter");
        nasrin.keyboard().type("Kibra");
        nasrin.keyboard().press("Enter");
        nasrin.keyboard().press("2");
        nasrin.waitForSelector("[name='a/why_not']");
        gallery.look(nasrin, "clerk-follows");
        nasrin.locator("[name='a/has_id']:checked").press("Enter");
        nasrin.keyboard().press("?");
        nasrin.waitForSelector("[name='a/why_not'][value='?']:checked");
        nasrin.keyboard().press("Control+Enter");
        nasrin.waitForSelector(".above [role=status]:not([hidden])");
        gallery.look(nasrin, "clerk-next");
        nasrin.locator("details:has(#scan) > summary").click();
        nasrin.setInputFiles("#scan", new FilePayload("scan.jpg", "image/jpeg", Photos.jpegWithPlace(1)));
        nasrin.click("form[action$='/scan'] button");
        nasrin.waitForSelector(".scan img");
        gallery.look(nasrin, "clerk-with-scan");
        gallery.at(nasrin, "/parcels", "parcels");
        gallery.at(nasrin, parcel, "parcel-begun");
        gallery.at(nasrin, parcel + "/receipt", "parcel-receipt");
        Chrome.print(nasrin, "parcel-receipt");
        gallery.at(nasrin, "/today", "today-of-a-clerk");
    }

    /** What somebody takes along to bring back filled in. */
    void round() {
        CaseStory.in(haki, town).open();
        var wanjiru = gallery.of(town.wanjiru);
        gallery.at(wanjiru, "/turnaround", "turnaround");
        gallery.at(wanjiru, "/turnaround/sheet", "turnaround-sheet");
        Chrome.print(wanjiru, "turnaround-sheet");
    }

    private static String path(Page page) {
        return URI.create(page.url()).getPath();
    }
}
