package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The pages that people have open all day, in Spanish and from right to left; EveryPageTest looks at all of them in English. */
@HakiTest
class LanguagesTest {

    @Autowired ApplicationContext haki;
    @LocalServerPort int port;

    @Test
    void nothing_is_cut_off_in_Spanish() {
        walk("es", "es", "ltr");
    }

    @Test
    void nothing_is_out_of_place_from_right_to_left() {
        walk("xr", "en", "rtl");
    }

    private void walk(String language, String lang, String direction) {
        var gallery = new Gallery(port, language);
        var town = Town.in(haki);
        try {
            theDesk(gallery, town);
            theCase(gallery, town);
            theOffice(gallery, town);
            var html = gallery.of(town.tomasz).locator("html");
            assertThat(html.getAttribute("lang")).isEqualTo(lang);
            assertThat(html.getAttribute("dir")).isEqualTo(direction);
            assertThat(gallery.takeFound()).isEmpty();
        } finally {
            gallery.close();
        }
    }

    private void theDesk(Gallery gallery, Town town) {
        var fatou = gallery.of(town.fatou);
        var form = "/report/" + town.riverbend.slug();
        town.stranger().get(form).form(form).send("words", "He came back last night.", "safe", "urgent", "age", "adult", "reach", "none");
        gallery.at(fatou, "/intake", "intake");
        var report = fatou.locator(".queue-row .voice a").first().getAttribute("href").replaceFirst("[?#].*", "");
        gallery.at(fatou, report, "intake-reading");
        gallery.at(fatou, report + "/acceptance", "intake-accept");
        gallery.send(fatou, "intake-accept-sent-back");
        gallery.at(fatou, "/intake/new", "intake-take");
        gallery.at(fatou, "/today", "today-of-the-desk");
    }

    private void theCase(Gallery gallery, Town town) {
        var path = CaseStory.in(haki, town).urgency("urgent").consentNotYetAsked().open().path();
        var wanjiru = gallery.of(town.wanjiru);
        gallery.at(wanjiru, "/today", "today");
        gallery.at(wanjiru, "/cases", "cases");
        gallery.at(wanjiru, path, "case");
        gallery.at(wanjiru, path + "/activities/new", "activity-new");
        gallery.go(wanjiru, path);
        gallery.at(wanjiru, wanjiru.locator("#plan .step a").first().getAttribute("href") + "/change", "activity-change");
        gallery.at(wanjiru, path + "/referrals/new", "referral-new");
        gallery.at(wanjiru, path + "/history", "case-history");
        gallery.at(wanjiru, "/people", "people");
    }

    private void theOffice(Gallery gallery, Town town) {
        gallery.at(gallery.of(town.leila), "/reports", "reports");
        var tomasz = gallery.of(town.tomasz);
        gallery.at(tomasz, "/settings", "settings");
        gallery.at(tomasz, "/settings/people/new", "staff-new");
        gallery.send(tomasz, "staff-new-sent-back");
        gallery.at(tomasz, "/me", "me");
    }
}
