package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Workbooks of other people, which nobody prepared for Haki: each goes all the way, without script. In a browser: {@code AnyFormJourneyTest}. */
@HakiTest
class UnpreparedFormsTest {

    /**
     * A workbook, what is answered, and how the answers read.
     *
     * @param changed one answer as it is changed afterwards
     */
    private record Book(String name, List<String> answers, List<String> changed, List<String> read) {}

    private static final List<Book> BOOKS = List.of(
            new Book("pyxform_widgets", List.of("a/my_string", "Nairobi", "a/my_date", "2999-01-01", "a/my_geopoint", "-1.29 36.82"), List.of("a/my_int", "9"),
                    List.of("Nairobi", "18.31", "option a, option c", "option 8", "-1.29 36.82", "9")),
            new Book("kobocat_good_eats_multilang", List.of("a/food_type", "other", "a/food_type_other", "Ugali", "a/amount", "3.5"), List.of("a/risk_factor", "low_risk"),
                    List.of("Ugali", "3.5", "Low Risk")),
            new Book("pyxform_specify_other", List.of("a/sex", "other", "a/sex_other", "Neither"), List.of("a/sex_other", "Both"), List.of("Both")),
            new Book("kobocat_new_cascading_select", List.of("a/state", "texas", "a/county", "cameron", "a/city", "harlingen"), List.of("a/city", "brownsville"),
                    List.of("Texas", "Cameron", "brownsville")),
            new Book("kobocat_form_with_unicode_in_relevant_column", List.of("a/respondent_marital", "other", "a/marital_other", "Engaged"),
                    List.of("a/marital_other", "Promised"), List.of("Promised")));

    @Autowired
    private ApplicationContext haki;

    @Test
    void five_workbooks_are_published_filled_in_changed_printed_counted_and_taken_along() throws IOException {
        var town = Town.in(haki);
        var tomasz = new OwnForms(town.tomasz.signedIn());
        var leila = town.leila.signedIn();
        for (var book : BOOKS) {
            var form = tomasz.published(book.name() + ".xlsx", Files.readAllBytes(Path.of("src/test/resources/xlsform/workbooks/" + book.name() + ".xlsx"))).replace("/settings", "");
            assertThat(leila.get(form + "/paper").status()).as(book.name()).isEqualTo(200);
            var sheet = leila.get(form + "/new").form(form + "/sheets").send(book.answers().toArray(String[]::new));
            assertThat(sheet.status()).as(book.name() + sheet.text()).isEqualTo(303);
            var at = sheet.location().replaceAll("\\?.*", "");
            var changed = leila.get(at + "/edit").form(at).send(book.changed().toArray(String[]::new));
            assertThat(changed.status()).as(book.name() + changed.text()).isEqualTo(303);
            assertThat(leila.get(at).text()).as(book.name()).contains(book.read());
            assertThat(leila.get(at + "/paper").text()).as(book.name()).contains(book.read().getLast());
            assertThat(leila.get(form + "/report").text()).as(book.name()).contains("One filled-in form was counted");
            assertThat(leila.bytes(form + "/export?kind=xlsx&words=labels&split=yes")).as(book.name()).startsWith('P', 'K');
        }
    }

    @Test
    void a_form_is_tried_by_whoever_keeps_it_and_by_nobody_else_and_nothing_of_that_is_kept() {
        var town = Town.in(haki);
        var tomasz = new OwnForms(town.tomasz.signedIn());
        var path = tomasz.upload(OwnForms.HOME).location().replaceAll("\\?.*", "") + "/preview";
        assertThat(town.wanjiru.signedIn().get(path).status()).isEqualTo(403);
        assertThat(town.sushila.signedIn().get(path).status()).isIn(403, 404);
        var page = tomasz.keeper().get(path);
        assertThat(page.text()).contains("You are trying the form", "Village").doesNotContain("What stands in the way?", "Hand in", "Keep for later");
        var asked = page.form(path + "/questions").send("a/has_id", "no");
        assertThat(asked.text()).contains("What stands in the way?");
        var wrong = page.form(path + "/questions").send("a/village", "Kibra", "go", "check");
        assertThat(wrong.text()).contains("This needs an answer");
        assertThat(wrong.form(path + "/questions").value("a/village")).isEqualTo("Kibra");
        var right = asked.form(path + "/questions").send("go", "check");
        assertThat(right.text()).contains("This could be handed in");
        assertThat(tomasz.keeper().fill(path.replace("/preview", ""), path.replace("/preview", "/versions")).status()).isEqualTo(303);
        assertThat(town.leila.signedIn().get(path.replaceAll("/settings|/preview", "")).text()).contains("Nothing was filled in");
        assertThat(tomasz.keeper().get(path).text()).as("what was published is tried likewise").contains("You are trying the form");
    }
}
