package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.haki.Town;

/** What a survivor sees: telling it, looking it up, leaving quickly; in English and in Spanish. */
final class PublicWalk {

    private static final Pattern DIGITS = Pattern.compile("\\d{4} \\d{4} \\d{4} \\d{4}");

    private final Gallery gallery;
    private final Town town;

    PublicWalk(Gallery gallery, Town town) {
        this.gallery = gallery;
        this.town = town;
    }

    void walk() {
        for (var language : new String[] {"en", "es"}) {
            var page = gallery.stranger(language);
            gallery.at(page, "/report", "report-front-" + language);
            gallery.at(page, "/status", "status-front-" + language);
            var digits = told(page, language);
            lookedUp(page, language, digits);
            gallery.at(page, "/leave", "leave-" + language);
            assertThat(gallery.go(page, "/report/nobody-here")).isEqualTo(404);
            gallery.look(page, "public-404-" + language);
        }
        afterAFlood();
    }

    private String told(Page page, String language) {
        gallery.at(page, "/report/" + town.riverbend.slug(), "report-" + language);
        gallery.send(page, "report-sent-back-" + language);
        page.check("input[name=about][value=me]");
        page.fill("#words", "He came back last night.\nMy sister is hiding at the neighbour’s house.");
        page.check("input[name=age][value=adult]");
        page.check("input[name=safe][value=emergency]");
        page.check("input[name=reach][value=call]");
        page.fill("#number", "0712 345 678");
        page.check("input[name=hour][value='10']");
        gallery.send(page, "report-received-" + language);
        var digits = DIGITS.matcher(page.locator("main").innerText());
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    private void lookedUp(Page page, String language, String digits) {
        gallery.at(page, "/status/" + town.riverbend.slug(), "status-" + language);
        page.fill("#code", "1111 2222 3333 4444");
        gallery.send(page, "status-sent-back-" + language);
        page.fill("#code", digits);
        gallery.send(page, "status-found-" + language);
    }

    /** Over the cap of one address the form asks the browser to work a little. */
    private void afterAFlood() {
        var report = "/report/" + town.northgate.slug();
        for (int i = 0; i < 10; i++) {
            town.stranger().post(report, "words", "Neighbour " + i, "age", "adult", "reach", "none");
        }
        var page = gallery.stranger("es");
        gallery.at(page, report, "report-with-work");
        assertThat(page.locator("[data-work]").count()).isEqualTo(1);
    }
}
