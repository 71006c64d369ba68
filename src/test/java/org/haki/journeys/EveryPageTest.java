package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.haki.HakiTest;
import org.haki.Sources;
import org.haki.Town;
import org.haki.access.SetUp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Every page that a person can get to, in a real browser; on a Haki of its own, because its first start is among them. */
@HakiTest
@TestPropertySource(properties = "haki.first-start-of=EveryPageTest")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {

    /** What answers no page: a redirect, a part of a page, a draft for the script, a picture, a word for the watchdog. */
    private static final Set<String> NO_PAGES = Set.of("/", "/intake/fresh", "/cases/{code}/fresh", "/downloads/progress", "/drafts", "/health", "/cases/{code}/documents/{id}",
            "/forms/template.xlsx", "/settings/case-types/{type}/folder", "/settings/case-types/{type}/draft/folder", "/settings/devices/{id}/posts/{post}", "/forms/{id}/export", "/forms/{id}/paper/{code}", "/forms/{id}/sheets/{code}/files/{name}",
            "/forms/{id}/media/{number}/{name}", "/settings/forms/{id}/media/{name}", "/report/media/{name}", "/report/{slug}/media/{name}", "/how/{token}/media/{name}", "/parcels/{id}/sheets/{sheet}/scan");

    @Autowired ApplicationContext haki;
    @LocalServerPort int port;

    private Gallery gallery;
    private Town town;

    @BeforeAll
    void the_first_start() {
        gallery = new Gallery(port);
        new SetUpWalk(gallery, haki.getBean(SetUp.class)).walk();
        town = Town.in(haki);
        nothingIsWrong();
    }

    @AfterAll
    void close() {
        gallery.close();
    }

    @Test
    @Order(1)
    void nothing_is_wrong_with_what_the_public_sees() {
        new PublicWalk(gallery, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(2)
    void nothing_is_wrong_with_the_queue_and_the_reports_in_it() {
        new IntakeWalk(gallery, haki, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(3)
    void nothing_is_wrong_with_the_lists_of_cases_and_people() {
        new CaseWalk(gallery, haki, town).theRegisters();
        nothingIsWrong();
    }

    @Test
    @Order(4)
    void nothing_is_wrong_with_a_case_and_the_work_in_it() {
        new CaseWalk(gallery, haki, town).oneCase();
        nothingIsWrong();
    }

    @Test
    @Order(5)
    void nothing_is_wrong_with_settings_today_and_the_figures() {
        new SettingsWalk(gallery, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(6)
    void nothing_is_wrong_with_the_doors() {
        new DoorsWalk(gallery, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(7)
    void nothing_is_wrong_with_refusals() {
        new RefusalsWalk(gallery, haki, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(8)
    void nothing_is_wrong_where_a_case_is_shared() {
        new SharingWalk(gallery, haki, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(8)
    void nothing_is_wrong_where_a_case_is_led() {
        new LeadWalk(gallery, haki).walk();
        nothingIsWrong();
    }

    @Test
    @Order(8)
    void nothing_is_wrong_with_the_page_of_somebody_without_an_account() {
        new OutsideWalk(gallery, haki, town).walk();
        nothingIsWrong();
    }

    @Test
    @Order(8)
    void nothing_is_wrong_where_a_case_is_handed_over() {
        new TransferWalk(gallery, haki).walk();
        nothingIsWrong();
    }

    @Test
    @Order(9)
    void nothing_is_wrong_with_a_network() {
        new NetworkWalk(gallery, haki).walk();
        nothingIsWrong();
    }

    @Test
    @Order(9)
    void nothing_is_wrong_with_the_sheet_of_a_case() {
        new SheetWalk(gallery, haki, Town.in(haki)).walk();
        nothingIsWrong();
    }

    @Test
    @Order(9)
    void nothing_is_wrong_with_a_newer_version_of_a_type() {
        new TypeVersionWalk(gallery, haki, Town.in(haki)).walk();
        nothingIsWrong();
    }

    @Test
    @Order(9)
    void nothing_is_wrong_with_an_organisations_own_forms() {
        new FormsWalk(gallery, haki, Town.in(haki)).walk();
        nothingIsWrong();
    }

    @Test
    @Order(9)
    void nothing_is_wrong_with_paper_that_travels() {
        new ParcelsWalk(gallery, haki, Town.in(haki)).walk();
        new ParcelsWalk(gallery, haki, Town.in(haki)).round();
        nothingIsWrong();
    }

    /** After all the others: a new route belongs in one of the walks. */
    @Test
    @Order(10)
    void no_page_was_forgotten() {
        assertThat(pages().stream().filter(page -> gallery.seen().stream().noneMatch(seen -> is(page, seen))).toList())
                .as("pages of routes.txt that nobody looked at").isEmpty();
    }

    private void nothingIsWrong() {
        assertThat(gallery.takeFound()).isEmpty();
    }

    /** The addresses of routes.txt that answer a page, as they stand there. */
    private static List<String> pages() {
        return Sources.text(Path.of("src/test/resources/routes.txt")).lines()
                .filter(line -> line.startsWith("GET "))
                .map(line -> line.split(" +")[1])
                .filter(path -> !NO_PAGES.contains(path) && !path.startsWith("/key/") && !path.startsWith("/openrosa/"))
                .toList();
    }

    /** Whether this address is of that page and of no page that is named more closely. */
    private static boolean is(String page, String address) {
        return fits(page, address) && pages().stream().noneMatch(other -> !other.contains("{") && other.equals(address) && !other.equals(page));
    }

    private static boolean fits(String page, String address) {
        return Pattern.matches(page.replaceAll("\\{[a-z]+}", "[^/]+"), address);
    }
}
