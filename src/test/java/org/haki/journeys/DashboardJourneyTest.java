package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.AdoptedTypes;
import org.haki.intake.IntakeDecided;
import org.haki.intake.IntakeReceived;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Leila and Wanjiru look at the figures in a real browser, at a desk and on a phone. */
@HakiTest
class DashboardJourneyTest {

    @Autowired
    private ApplicationContext haki;

    @Test
    void the_figures_are_accessible_light_and_lead_to_what_is_behind_them() throws IOException {
        var town = Town.in(haki);
        CaseStory.in(haki, town).open();
        CaseStory.in(haki, town).of("Sita Rai").urgency("urgent").ownedBy(null).open();
        answers(town);
        reportsCameIn(town, 13);
        for (var screen : List.of(Chrome.Screen.DESK, Chrome.Screen.PHONE)) {
            var browsers = new StaffBrowser(haki, screen);
            var leila = browsers.of(town.leila);
            reports(leila, "");
            assertThat(leila.locator("h1").innerText()).isEqualTo("How the desk is doing");
            assertThat((Integer) leila.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(screen.width());
            assertThat(gzipped(leila.content())).as("bytes of the page, gzipped").isLessThan(15 * 1024);
            Chrome.isAccessible(leila);
            Chrome.picture(leila, "reports-" + screen.width());
            leila.click("section[aria-labelledby=by-stage] tbody a");
            leila.waitForURL("**/cases?*");
            assertThat(leila.locator("main").innerText()).contains("Sita Rai").contains("Asha Thapa");

            reports(leila, "?type=gbv");
            assertThat(leila.locator("#answers").innerText()).contains("Core type", "Too few to be shown.", "What kind of place?", "Hidden: too few");
            assertThat((Integer) leila.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(screen.width());
            Chrome.isAccessible(leila);
            Chrome.photograph(leila, "reports-answers-" + screen.width());
            if (screen == Chrome.Screen.DESK) {
                Chrome.print(leila, "reports-answers");
            }
            leila.click("#answers .views a >> nth=0");
            leila.waitForURL("**type=*");
            var tomasz = browsers.of(town.tomasz);
            reports(tomasz, "?from=2024-01-01&to=2026-11-20");
            assertThat(tomasz.locator("main").innerText()).doesNotContain("Load for each worker").doesNotContain("Wanjiru");
            Chrome.isAccessible(tomasz);
            browsers.close();
        }
    }

    private void answers(Town town) {
        for (var type : List.of("gbv", "advice_office")) {
            haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), type, Op.own());
        }
        var facts = Everything.in(haki);
        facts.counted(town.riverbend, town.mainDesk, "advice_office", "problem/topic", "labour", 21);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/core_type", "rape", 9);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/place", "road", 6);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/place", "school", 14);
        facts.counted(town.riverbend, town.mainDesk, "gbv", "incidents/incident/place", "survivor_home", 31);
    }

    private void reportsCameIn(Town town, int times) {
        var day = LocalDate.now(town.riverbend.zone());
        for (int n = 0; n < times; n++) {
            var intake = Id.next();
            var on = day.minusDays(n * 2L);
            var way = n % 3 == 0 ? "phone" : "web";
            haki.getBean(Work.class).as(town.leila.actor(), "report.see", () -> {
                haki.publishEvent(new IntakeReceived(intake, town.mainDesk.id(), on, way, "urgent", "adult", null));
                haki.publishEvent(new IntakeDecided(intake, town.mainDesk.id(), on, "accepted", "", "", way, "urgent", "adult", "female", 90, true,
                        null, town.leila.id()));
            });
        }
    }

    private void reports(Page page, String query) {
        page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + "/reports" + query);
    }

    private static int gzipped(String page) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(page.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
