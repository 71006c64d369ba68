package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.List;
import org.haki.Town;
import org.haki.TypeFolder;
import org.haki.kernel.Code;

/** What the administrator looks after, and Today and the figures as each role sees them. */
final class SettingsWalk {

    private final Gallery gallery;
    private final Town town;

    SettingsWalk(Gallery gallery, Town town) {
        this.gallery = gallery;
        this.town = town;
    }

    void walk() {
        var tomasz = gallery.of(town.tomasz);
        gallery.at(tomasz, "/settings", "settings");
        gallery.at(tomasz, "/settings/people", "staff");
        gallery.at(tomasz, "/settings/people/new", "staff-new");
        gallery.send(tomasz, "staff-new-sent-back");
        gallery.at(tomasz, "/settings/people/" + town.wanjiru.id(), "staff-edit");
        gallery.at(tomasz, "/settings/people/" + town.tomasz.id(), "staff-oneself");
        gallery.at(tomasz, "/settings/people/" + town.wanjiru.id() + "/sight", "sight");
        gallery.send(tomasz, "sight-sent-back");
        tomasz.fill("#code", Code.next());
        gallery.send(tomasz, "sight-answered");
        gallery.at(tomasz, "/settings/offices", "offices");
        gallery.send(tomasz, "offices-sent-back");
        gallery.at(tomasz, "/settings/organisation", "organisation");
        tomasz.fill("#organisation", "");
        gallery.send(tomasz, "organisation-sent-back");
        lists(tomasz);
        types(tomasz);
        gallery.at(tomasz, "/settings/public-page", "public-page-settings");
        tomasz.fill("#label-0", "Police");
        tomasz.fill("#answerHours", "soon");
        gallery.send(tomasz, "public-page-settings-sent-back");
        for (var person : List.of(town.tomasz, town.ines, town.leila, town.fatou, town.wanjiru)) {
            var page = gallery.of(person);
            gallery.at(page, "/today", "today-of-" + person.signInName().replaceAll("-.*", ""));
            gallery.at(page, "/reports", "reports-of-" + person.signInName().replaceAll("-.*", ""));
        }
        gallery.at(gallery.of(town.leila), "/reports?from=2024-01-01&to=2026-11-20", "reports-of-years");
        gallery.at(gallery.of(town.leila), "/reports/workers", "workers");
        gallery.at(gallery.of(town.wanjiru), "/reports/mine", "reports-mine");
        gallery.at(gallery.of(town.fatou), "/reports/intake", "reports-intake");
        gallery.at(gallery.of(town.leila), "/reports/indicators", "reports-indicators");
        gallery.at(gallery.of(town.leila), "/reports/rows?kind=case_accepted", "reports-rows");
        gallery.at(gallery.of(town.leila), "/reports/late", "reports-late");
        gallery.at(gallery.of(town.leila), "/reports/open?below=14", "reports-open");
        gallery.at(gallery.of(town.leila), "/reports/mail", "reports-mail");
        gallery.at(gallery.of(town.leila), "/reports/download", "reports-download");
        Chrome.print(gallery.of(town.leila), "reports");
    }

    private void types(Page tomasz) {
        gallery.at(tomasz, "/settings/case-types", "case-types");
        upload(tomasz, TypeFolder.YAML.replace("role: lawyer", "role: judge"), "case-types-problems");
        upload(tomasz, TypeFolder.YAML, "case-type-draft");
        var type = URI.create(tomasz.url()).getPath();
        gallery.at(tomasz, type, "case-type-draft");
        gallery.at(tomasz, type + "/sections/problem", "case-type-section");
        gallery.go(tomasz, type);
        tomasz.click("form[action$='/versions'] button");
        gallery.at(tomasz, type, "case-type-published");
        tomasz.fill("#as", "Our own");
        tomasz.click("form[action$='/copies'] button");
        gallery.look(tomasz, "case-type-copy-sent-back");
        gallery.at(tomasz, "/settings/case-types/gbv", "case-type-shipped");
    }

    private void upload(Page tomasz, String yaml, String picture) {
        gallery.go(tomasz, "/settings/case-types");
        tomasz.setInputFiles("#folder", new FilePayload("shelter.zip", "application/zip", TypeFolder.shelter(yaml).zip()));
        tomasz.click("form[enctype] button");
        gallery.look(tomasz, picture);
    }

    private void lists(Page tomasz) {
        gallery.at(tomasz, "/settings/places", "places");
        tomasz.fill("#lines", "Nairobi; 047\nKibra; 0471; Nairobi");
        tomasz.click("form[action='/settings/places/lines'] button");
        gallery.look(tomasz, "places-pasted");
        gallery.at(tomasz, "/settings/institutions", "institutions");
        tomasz.fill("#lines", "Kibra registry; Civil registry; ; Kibra\nGate police; Polizei");
        tomasz.click("form[action='/settings/institutions/lines'] button");
        gallery.look(tomasz, "institutions-sent-back");
        tomasz.fill("#name", "Kibra registry");
        tomasz.selectOption("#kind", "civil_registry");
        gallery.send(tomasz, "institutions-added");
        gallery.at(tomasz, "/settings/communities", "communities");
        tomasz.fill("#name", "Nubian");
        gallery.send(tomasz, "communities-added");
        for (var list : List.of("places", "institutions", "communities")) {
            gallery.go(tomasz, "/settings/" + list);
            gallery.at(tomasz, tomasz.locator("main li a").first().getAttribute("href"), list + "-one");
            tomasz.fill("#name", "");
            gallery.send(tomasz, list + "-one-sent-back");
        }
    }
}
