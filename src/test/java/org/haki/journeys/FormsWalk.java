package org.haki.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.xlsform.XlsxFile;

/** An organisation's own forms: uploaded with problems, published, filled in, read. */
final class FormsWalk {

    private final Gallery gallery;
    private final Town town;

    FormsWalk(Gallery gallery, Town town) {
        this.gallery = gallery;
        this.town = town;
    }

    void walk() {
        var tomasz = gallery.of(town.tomasz);
        gallery.at(tomasz, "/settings/forms", "forms");
        upload(tomasz, OwnForms.HOME.replace("| text | village", "| txt | village").replace("${has_id}", "${had_id}"), "forms-problems");
        upload(tomasz, OwnForms.HOME, "form-draft");
        tomasz.click("form[action$='/versions'] button");
        gallery.look(tomasz, "form-published");
        upload(tomasz, OwnForms.HOME, "form-same-version");
    }

    private void upload(Page keeper, String markdown, String name) {
        keeper.setInputFiles("#book", new FilePayload("book.xlsx", "application/octet-stream", XlsxFile.of(markdown).bytes()));
        keeper.click("form[enctype] button");
        gallery.look(keeper, name);
    }
}
