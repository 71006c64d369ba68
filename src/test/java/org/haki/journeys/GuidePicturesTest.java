package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.xlsform.XlsxFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pictures of the guides, taken of the demonstration as its people see it: {@code bin/pictures} puts them where the guides show them. */
@HakiTest
@Tag("soak")
class GuidePicturesTest {

    private static final Path DATA = folder("target", "pictures-demo");
    private static final Path PICTURES = Path.of(System.getProperty("haki.guides", "target/pictures/guides"));
    private static final Chrome.Screen DESK = new Chrome.Screen(1100, 720);
    private static final Chrome.Screen PHONE = new Chrome.Screen(360, 640);
    /** A picture is 880 points wide, as wide as a page of text. */
    private static final double SMALLER = 0.8;

    private final Map<String, Page> browsers = new HashMap<>();

    @LocalServerPort int port;

    @DynamicPropertySource
    static void demonstration(DynamicPropertyRegistry settings) {
        settings.add("haki.demo", () -> true);
        settings.add("haki.data", DATA::toString);
    }

    @Test
    void the_guides_show_what_is_there() throws IOException {
        Files.createDirectories(PICTURES);
        operator();
        caseworker();
        supervisor();
        administrator();
        forms();
        try (var taken = Files.list(PICTURES)) {
            assertThat(taken).hasSizeGreaterThan(30);
        }
    }

    private void operator() throws IOException {
        var fatou = at("fatou", "/today");
        take(fatou, "operator-today");
        at("fatou", "/intake");
        var report = first(fatou, ".queue-row .voice a").replaceFirst("[?#].*", "");
        at("fatou", report);
        take(fatou, "operator-queue");
        fatou.setViewportSize(PHONE.width(), PHONE.height());
        fatou.locator(".safe").first().evaluate("box => window.scrollTo(0, box.getBoundingClientRect().top - 80)");
        take(fatou, "operator-before-you-call");
        fatou.setViewportSize(DESK.width(), DESK.height());
        at("fatou", report + "/acceptance");
        take(fatou, "operator-accept");
        at("fatou", "/intake/new");
        fatou.fill("textarea", "He took my papers when I left. My children are with my sister.");
        take(fatou, "operator-take");
    }

    private void caseworker() throws IOException {
        var wanjiru = at("wanjiru", "/today");
        take(wanjiru, "caseworker-today");
        wanjiru.setViewportSize(PHONE.width(), PHONE.height());
        take(wanjiru, "caseworker-today-phone");
        wanjiru.setViewportSize(DESK.width(), DESK.height());
        at("wanjiru", "/cases?owner=me");
        var file = first(wanjiru, ".ledger tbody th a").replaceFirst("[?#].*", "");
        at("wanjiru", file);
        take(wanjiru, "caseworker-case");
        at("wanjiru", file + "/activities/record");
        take(wanjiru, "caseworker-record");
        at("wanjiru", "/cases/new");
        take(wanjiru, "caseworker-new-case");
        at("wanjiru", file + "/consents");
        take(wanjiru, "caseworker-consent");
        at("wanjiru", file + "/referrals/new");
        take(wanjiru, "caseworker-referrals");
        at("wanjiru", file + "/closing");
        take(wanjiru, "caseworker-closing");
    }

    private void supervisor() throws IOException {
        var leila = at("leila", "/today");
        take(leila, "supervisor-today");
        at("leila", "/cases");
        take(leila, "supervisor-cases");
        var file = first(leila, ".ledger tbody th a").replaceFirst("[?#].*", "");
        at("leila", "/reports/workers");
        take(leila, "supervisor-workers");
        at("leila", "/cases?status=closing");
        at("leila", first(leila, ".ledger tbody th a").replaceFirst("[?#].*", "") + "/verification");
        take(leila, "supervisor-check");
        at("leila", file + "/fence");
        take(leila, "supervisor-fence");
        at("leila", "/reports");
        take(leila, "supervisor-reports");
        at("leila", "/observations");
        take(leila, "supervisor-observations");
    }

    private void administrator() throws IOException {
        var tomasz = at("tomasz", "/settings");
        take(tomasz, "administrator-settings");
        at("tomasz", "/settings/people/new");
        take(tomasz, "administrator-new-person");
        at("tomasz", "/settings/people");
        take(tomasz, "administrator-people");
        tomasz.setViewportSize(PHONE.width(), PHONE.height());
        at("tomasz", "/report/riverbend");
        take(tomasz, "administrator-public-page");
    }

    private void forms() throws IOException {
        var tomasz = at("tomasz", "/settings/forms");
        tomasz.setViewportSize(DESK.width(), DESK.height());
        take(tomasz, "forms-settings");
        upload(tomasz, XlsxFile.of(OwnForms.HOME.replace("| text | village", "| txt | village").replace("${has_id}", "${had_id}")).bytes());
        take(tomasz, "forms-problems");
        at("tomasz", "/settings/forms");
        upload(tomasz, tomasz.request().get("http://localhost:" + port + "/forms/template.xlsx").body());
        var form = URI.create(tomasz.url()).getPath();
        take(tomasz, "forms-draft");
        at("tomasz", form + "/preview");
        asked(tomasz, "Kibra", "no");
        take(tomasz, "forms-try");
        at("tomasz", form);
        tomasz.click("form[action$='/versions'] button");
        filled(form.replace("/settings", ""));
    }

    private void filled(String form) throws IOException {
        var leila = at("leila", form);
        for (var village : List.of("Kibra", "Mathare", "Kibra", "Kawangware", "Mathare", "Kibra")) {
            at("leila", form + "/new");
            asked(leila, village, village.equals("Kibra") ? "no" : "yes");
            if (village.equals("Kawangware")) {
                take(leila, "forms-fill");
            }
            leila.click(".form form .button-main");
            leila.waitForURL("**/sheets/**");
        }
        at("leila", form + "/paper");
        leila.locator("article.paper").scrollIntoViewIfNeeded();
        take(leila, "forms-paper");
        at("leila", form + "/report?small=shown");
        take(leila, "forms-report");
    }

    private static void upload(Page page, byte[] book) {
        page.setInputFiles("#book", new FilePayload("needs.xlsx", "application/octet-stream", book));
        page.click("form[enctype] button.button-main");
        page.waitForLoadState();
    }

    /** The questions of the template. */
    private static void asked(Page page, String village, String hasId) {
        page.fill("[name='a/day']", "29 11 2026");
        page.fill("[name='a/village']", village);
        page.waitForResponse(answer -> answer.url().endsWith("/questions"), () -> page.check("[name='a/has_id'][value=" + hasId + "]"));
        page.locator("html:not(:has(.htmx-request, .htmx-swapping, .htmx-settling))").waitFor();
        if (hasId.equals("no")) {
            page.check("[name='a/why_not'][value=fee]");
            page.locator("html:not(:has(.htmx-request, .htmx-swapping, .htmx-settling))").waitFor();
        }
    }

    /** The browser of this person, signed in, at this address. */
    private Page at(String name, String path) throws IOException {
        var page = browsers.get(name);
        if (page == null) {
            page = signedIn(name);
            browsers.put(name, page);
        }
        assertThat(page.navigate("http://localhost:" + port + path).status()).as(path).isEqualTo(200);
        return page;
    }

    private Page signedIn(String name) throws IOException {
        var card = Files.readString(DATA.resolve("demo-sign-in.txt")).split("name +" + name + "\\s+password +")[1].split("\\s+");
        var page = Chrome.camera(DESK, SMALLER).newPage();
        page.navigate("http://localhost:" + port + "/sign-in");
        page.fill("input[name=name]", name);
        page.fill("input[name=password]", card[0]);
        page.click("button.button-main");
        page.fill("input[name=code]", card[2]);
        page.click("button.button-main");
        page.waitForURL("**/today");
        return page;
    }

    private static String first(Page page, String link) {
        return page.locator(link).first().getAttribute("href");
    }

    private static void take(Page page, String name) throws IOException {
        Palette.write(page.screenshot(), PICTURES.resolve(name + ".png"));
    }

    private static Path folder(String parent, String prefix) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of(parent)), prefix);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
