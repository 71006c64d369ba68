package org.haki.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.HakiTest;
import org.haki.OwnForms;
import org.haki.Town;
import org.haki.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists that forms keep, on pages: made and changed by what is filled in, read by whoever reads forms in that office, taken out by a supervisor. */
@HakiTest
class FormListsTest {

    @Autowired
    private ApplicationContext haki;

    private Town town;
    private Visitor wanjiru;
    private Visitor leila;
    private String making;
    private String changing;

    @BeforeEach
    void two_forms() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.signedIn();
        leila = town.leila.signedIn();
        var forms = new OwnForms(town.tomasz.signedIn());
        making = forms.published(OwnForms.HOUSEHOLD).replace("/settings", "");
        changing = forms.published(OwnForms.HOUSEHOLD_VISIT).replace("/settings", "");
    }

    @Test
    void who_reads_no_forms_sees_none_and_who_is_of_another_office_no_line() {
        var row = made("Odhiambo");
        for (var person : new Town.Person[] {town.fatou, town.tomasz, town.ines}) {
            assertThat(person.signedIn().get("/form-lists").status()).isEqualTo(403);
        }
        var mateo = town.mateo.signedIn();
        assertThat(mateo.get("/form-lists").text()).contains("households").doesNotContain("One line");
        assertThat(mateo.get(row.replaceAll("/rows/.*", "")).text()).doesNotContain("Odhiambo");
        assertThat(mateo.get(row).status()).isEqualTo(404);
        assertThat(mateo.get(changing + "/new").text()).as("nor among the choices").doesNotContain("Odhiambo");
        assertThat(wanjiru.get(row).forms()).as("she does not take it out").noneMatch(form -> form.action().contains("destruction") || form.action().contains("retirement"));
    }

    @Test
    void a_page_makes_a_thing_and_another_changes_it_and_a_supervisor_takes_it_along_and_destroys_it() {
        var row = made("Odhiambo");
        var id = row.replaceAll(".*/", "");
        assertThat(change(id, "Mathare")).isEqualTo(303);
        assertThat(change(id, "Korogocho")).as("a page sets out from what stands when it is handed in").isEqualTo(303);
        assertThat(leila.get(row).text()).contains("Version 3", "Korogocho", "Mathare", "Kibra").doesNotContain("Two people");
        var list = row.replaceAll("/rows/.*", "");
        var table = leila.get(list).form(list + "/table").send("kind", "csv");
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.body()).contains("name,label,__version,conflict,retired,head,village,people", id);
        assertThat(leila.fill(row, row + "/destruction").status()).isEqualTo(303);
        assertThat(leila.get(row).status()).isEqualTo(404);
        assertThat(wanjiru.get(changing + "/new").text()).doesNotContain("Odhiambo");
    }

    private String made(String head) {
        var answer = wanjiru.get(making + "/new").form(making + "/sheets").send("a/head", head, "a/village", "Kibra");
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        var list = wanjiru.get("/form-lists").body().replaceAll("(?s).*href=\"(/form-lists/[^\"]+)\".*", "$1");
        return wanjiru.get(list).body().replaceAll("(?s).*href=\"(/form-lists/[^\"]+/rows/[^\"]+)\".*", "$1");
    }

    private int change(String id, String village) {
        return wanjiru.get(changing + "/new").form(changing + "/sheets").send("a/home", id, "a/village", village).status();
    }
}
