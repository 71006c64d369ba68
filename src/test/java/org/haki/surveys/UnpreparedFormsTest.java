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

/** Workbooks of other people, which nobody prepared for Haki: each goes all the way. */
@HakiTest
class UnpreparedFormsTest {

    private static final List<String> BOOKS = List.of("pyxform_widgets", "kobocat_good_eats_multilang", "pyxform_specify_other",
            "kobocat_new_cascading_select", "kobocat_form_with_unicode_in_relevant_column");

    @Autowired
    private ApplicationContext haki;

    @Test
    void five_workbooks_are_published_filled_in_changed_printed_counted_and_taken_along() throws IOException {
        var town = Town.in(haki);
        var tomasz = new OwnForms(town.tomasz.signedIn());
        var leila = town.leila.signedIn();
        for (var book : BOOKS) {
            var form = tomasz.published(book + ".xlsx", Files.readAllBytes(Path.of("src/test/resources/xlsform/workbooks/" + book + ".xlsx"))).replace("/settings", "");
            var page = leila.get(form + "/new");
            assertThat(page.status()).as(book).isEqualTo(200);
            assertThat(leila.get(form + "/paper").status()).as(book).isEqualTo(200);
            var sheet = page.form(form + "/sheets").send();
            assertThat(sheet.status()).as(book).isIn(303, 422);
            if (sheet.status() == 303) {
                var at = sheet.location().replaceAll("\\?.*", "");
                assertThat(leila.get(at + "/edit").form(at).send().status()).as(book).isIn(303, 422);
                assertThat(leila.get(at + "/paper").status()).as(book).isEqualTo(200);
            }
            assertThat(leila.get(form + "/report").status()).as(book).isEqualTo(200);
            assertThat(leila.bytes(form + "/export?kind=xlsx&words=labels&split=yes")).as(book).startsWith('P', 'K');
        }
    }
}
