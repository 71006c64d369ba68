package org.haki.journeys;

import org.haki.CaseStory;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.springframework.context.ApplicationContext;

/** A case whose type has a newer version: what stands in the way, what would become of it, and how it came there. */
final class TypeVersionWalk {

    private final Gallery gallery;
    private final Town town;
    private final CaseFile file;

    TypeVersionWalk(Gallery gallery, ApplicationContext haki, Town town) {
        this.gallery = gallery;
        this.town = town;
        this.file = CaseStory.in(haki, town).ofAStall().openOfOlderVersion();
    }

    void walk() {
        var talk = file.path() + "/sheet/talk";
        var versions = file.path() + "/type-version";
        var wanjiru = town.wanjiru.signedIn();
        wanjiru.get(talk).form(talk).send("a/kind", "other", "a/since", "2024-03-01", "a/words", "He took the scales.", "a/hunch", "The guard lies.", "a/odd", "A blue bird.");
        var page = gallery.of(town.leila);
        gallery.at(page, versions, "type-version-refused");
        wanjiru.get(talk).form(talk).send("a/kind", "fine", "a/odd", "");
        gallery.at(page, file.path(), "case-newer-version");
        gallery.at(gallery.of(town.wanjiru), versions, "type-version-caseworker");
        gallery.at(page, versions, "type-version");
        page.waitForNavigation(() -> page.click("form[action='" + versions + "'] .button-main"));
        gallery.look(page, "case-brought");
        gallery.at(page, versions, "type-version-brought");
        gallery.at(page, talk + "/history", "sheet-history-let-go");
    }
}
