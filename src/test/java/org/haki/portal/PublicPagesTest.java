package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;

/** What a public page leaves behind on the phone, and with us: nothing that tells. */
@HakiTest
@ExtendWith(OutputCaptureExtension.class)
class PublicPagesTest {

    private static final String MARKER = "127.77.66.55";

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private String report;
    private String status;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        report = "/report/" + town.riverbend.slug();
        status = "/status/" + town.riverbend.slug();
    }

    @Test
    void no_public_page_sets_a_cookie_or_may_be_kept() {
        for (var page : everyPage()) {
            assertThat(page.header("Set-Cookie")).isNull();
            assertThat(page.header("Cache-Control")).contains("no-store");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void every_public_page_is_called_notes_and_says_its_way_out_first() {
        for (var page : everyPage()) {
            assertThat(page.body()).contains("<title>Notes</title>");
            if (!page.body().contains("data-leave-to") && page.body().contains("publicbar")) {
                assertThat(page.body().indexOf("href=\"/leave")).isPositive().isLessThan(page.body().indexOf("<main"));
                assertThat(page.body().indexOf("href=\"/leave")).isEqualTo(page.body().indexOf("href=\"", page.body().indexOf("<body")) );
            }
        }
    }

    @Test
    void neither_title_nor_address_says_what_it_is_about() {
        for (var page : everyPage()) {
            assertThat(page.location()).isNull();
            assertThat(page.body().replaceAll("(?s)<main.*</main>", "")).doesNotContainIgnoringCase("case", "violence", "survivor", "riverbend helpline");
        }
    }

    @Test
    void the_way_out_says_nothing_and_empties_what_the_browser_kept() {
        var left = town.stranger().get("/leave");

        assertThat(left.status()).isEqualTo(200);
        assertThat(left.header("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(left.body()).doesNotContain("/report", "/status");
    }

    @Test
    void the_public_pages_speak_spanish_and_can_run_from_right_to_left() {
        var spanish = town.stranger().get(report + "?l=es");
        assertThat(spanish.body()).contains("<html lang=\"es\" dir=\"ltr\">");
        assertThat(spanish.text()).contains("Puede contarnos aquí").doesNotContain("You can tell us here");
        assertThat(spanish.form(report + "?l=es").value("language")).isEqualTo("es");

        assertThat(town.stranger().get(report + "?l=xr").body()).contains("dir=\"rtl\"");
    }

    @Test
    void the_address_of_somebody_who_reports_is_nowhere_in_the_database_or_the_log(CapturedOutput log) throws IOException {
        var visitor = town.stranger().from(MARKER);
        visitor.post(report, "words", "", "age", "adult", "reach", "none");
        var sent = visitor.fill(report, report, "words", "Only the words matter", "age", "adult", "reach", "none");
        visitor.fill(status, status, "code", PublicReportTest.digits(sent));
        visitor.fill(status, status, "code", "0000 0000 0000 0000");
        visitor.get("/leave");

        assertThat(Everything.in(haki).holds(MARKER)).isEmpty();
        assertThat(log.getAll()).doesNotContain(MARKER);
        var file = Path.of(haki.getEnvironment().getRequiredProperty("logging.file.name"));
        assertThat(Files.exists(file) ? Files.readString(file) : "").doesNotContain(MARKER);
    }

    private List<Page> everyPage() {
        var visitor = town.stranger();
        var sent = visitor.fill(report, report, "words", "He waits at the gate", "age", "adult", "reach", "none");
        assertThat(sent.status()).isEqualTo(200);
        return List.of(
                visitor.get(report),
                visitor.post(report, "words", ""),
                sent,
                visitor.get(status),
                visitor.fill(status, status, "code", "nobody knows this"),
                visitor.fill(status, status, "code", PublicReportTest.digits(sent)),
                visitor.get("/leave"));
    }
}
