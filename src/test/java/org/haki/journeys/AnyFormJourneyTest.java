package org.haki.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.haki.journeys.SheetInChrome.text;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.devices.PhoneInHand;
import org.haki.xlsform.ChangedBook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A workbook that nobody prepared for Haki goes all the way in a browser: upload, preview as questions, page and paper, publication,
 * a page filled in, a phone, a newer version with a question less and one more, an edit under it, report and export over both.
 */
@HakiTest
class AnyFormJourneyTest {

    private static final Path BOOKS = Path.of("src/test/resources/xlsform/workbooks");

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private StaffBrowser desk;
    private Page tomasz;
    private Page leila;

    @BeforeEach
    void aTown() {
        town = Town.in(haki);
        desk = new StaffBrowser(haki, Chrome.Screen.DESK);
        tomasz = desk.of(town.tomasz);
        leila = desk.of(town.leila);
    }

    @AfterEach
    void theyGoHome() {
        desk.close();
    }

    @Test
    void a_workbook_that_nobody_prepared_goes_all_the_way() throws IOException {
        all_the_way("kobocat_new_cascading_select", "city", "city");
    }

    @ParameterizedTest
    @Tag("soak")
    @CsvSource({
        "pyxform_widgets, my_string, string widget",
        "pyxform_specify_other, sex, What sex are you?",
        "kobocat_good_eats_multilang, description, Description",
        "kobocat_form_with_unicode_in_relevant_column, marital_other, Specify other"})
    void four_more_do(String book, String removed, String label) throws IOException {
        all_the_way(book, removed, label);
    }

    /** With this workbook, whose second version leaves out the question of this name and label. */
    private void all_the_way(String name, String removed, String label) throws IOException {
        var book = Files.readAllBytes(BOOKS.resolve(name + ".xlsx"));
        var kept = uploaded("/settings/forms", name + ".xlsx", book);
        assertThat(tomasz.locator("#questions").innerText()).as("as questions").contains(label);
        tried(kept, label);
        published();
        var form = kept.replace("/settings", "");
        var formId = tomasz.locator(".lede").innerText().split("\\s")[0];
        to(leila, form + "/paper");
        assertThat(leila.locator("article.paper").innerText()).contains(label);
        assertThat(new String(leila.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        var sheet = filledIn(form, label);
        var answer = leila.locator("dt:text-is('" + label + "') + dd").first().innerText();
        assertThat(answer).isNotEmpty();
        var phone = new PhoneInHand(letIn());
        assertThat(phone.forms()).contains(formId);
        assertThat(phone.fillIn(formId).status()).isEqualTo(201);
        to(leila, form);
        assertThat(leila.locator("#sheets .code").count()).as("from the page and from the phone").isEqualTo(2);
        uploaded(kept, name + ".xlsx", ChangedBook.of(book, formId, removed, "since_then"));
        published();
        changed(sheet, label, answer);
        counted(form, label);
        takenAlong(form, removed);
    }

    private String uploaded(String page, String name, byte[] book) {
        to(tomasz, page);
        tomasz.setInputFiles("#book", new FilePayload(name, "application/octet-stream", book));
        Chrome.onward(tomasz, () -> tomasz.click("form:has(#book) button"));
        assertThat(tomasz.locator("#draft").count()).as(() -> text(tomasz)).isOne();
        return URI.create(tomasz.url()).getPath();
    }

    private void tried(String kept, String label) {
        to(tomasz, kept + "/preview");
        new FormInChrome(tomasz).fill();
        assertThat(text(tomasz)).contains("This could be handed in");
        Chrome.photograph(tomasz, "any-form-tried");
        to(tomasz, kept + "/paper");
        assertThat(tomasz.locator("article.paper").innerText()).contains(label);
        to(tomasz, kept);
    }

    private void published() {
        Chrome.onward(tomasz, () -> tomasz.click("form[action$='/versions'] button"));
        assertThat(tomasz.locator("#draft").count()).as(() -> text(tomasz)).isZero();
    }

    private String filledIn(String form, String label) {
        to(leila, form);
        Chrome.onward(leila, () -> leila.click(".pagehead .button-main"));
        new FormInChrome(leila).fill();
        var sheet = URI.create(leila.url()).getPath();
        assertThat(sheet).as(() -> text(leila)).startsWith(form + "/sheets/");
        to(leila, sheet + "/paper");
        assertThat(leila.locator("article.paper").innerText()).contains(label);
        to(leila, sheet);
        Chrome.photograph(leila, "any-form-filled");
        return sheet;
    }

    private String letIn() {
        to(tomasz, "/settings/devices");
        tomasz.fill("#name", "Phone 7");
        tomasz.selectOption("#office", town.mainDesk.id().toString());
        Chrome.onward(tomasz, () -> tomasz.click("form[action='/settings/devices'] button"));
        return tomasz.locator(".code-wraps").innerText().strip();
    }

    /** The question that is asked no more keeps its answer; the new one gets one. */
    private void changed(String sheet, String label, String answer) {
        to(leila, sheet);
        Chrome.onward(leila, () -> leila.click("a[href$='/edit']"));
        assertThat(leila.locator("[name='a/since_then']").count()).isLessThanOrEqualTo(1);
        new FormInChrome(leila).fill();
        assertThat(text(leila)).contains("No longer asked " + label + " " + answer, "Asked since then Words of hers");
        Chrome.photograph(leila, "any-form-changed");
    }

    private void counted(String form, String label) {
        to(leila, form + "/report?small=shown");
        assertThat(text(leila)).contains("2 filled-in forms", label + " No longer asked", "Asked since then 1 of 1 answered");
        Chrome.photograph(leila, "any-form-report");
    }

    private void takenAlong(String form, String removed) throws IOException {
        to(leila, form);
        var bytes = leila.waitForDownload(() -> leila.evaluate("document.querySelector(\"a[href*='kind=xlsx']\").click()"));
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(bytes.path()))); var sheets = book.getSheets()) {
            var rows = sheets.toList().getFirst().read();
            var head = rows.getFirst().stream().map(cell -> cell.getText()).toList();
            assertThat(head).contains(removed, "since_then");
            var cells = new ArrayList<String>();
            rows.forEach(row -> row.stream().filter(cell -> cell != null && cell.getColumnIndex() == head.indexOf(removed)).forEach(cell -> cells.add(cell.getText())));
            assertThat(cells).as("under its name, then what the page was told").contains(removed).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    private void to(Page page, String path) {
        assertThat(page.navigate("http://localhost:" + haki.getEnvironment().getRequiredProperty("local.server.port") + path).status()).as(path).isEqualTo(200);
    }
}
