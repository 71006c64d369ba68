package org.haki.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Code;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HakiTest
class SearchTest {

    @Autowired ApplicationContext haki;

    private Town town;
    private CaseFile file;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        file = CaseStory.in(haki, town).open();
    }

    @Test
    void who_may_not_search_is_told_so() {
        assertThat(town.tomasz.signedIn().get("/search").status()).isEqualTo(403);
        assertThat(town.ines.signedIn().get("/search").status()).isEqualTo(403);
    }

    @Test
    void another_office_and_another_organisation_find_nobody() {
        for (var person : new Town.Person[] {town.mateo, town.sushila}) {
            assertThat(search(person, "Asha Thapa").text()).contains("Nothing found").doesNotContain(Code.shown(file.code()));
            assertThat(search(person, file.code()).text()).contains("Nothing found");
        }
    }

    @Test
    void a_person_is_found_by_part_of_her_name_or_her_number_with_her_case() {
        for (var typed : new String[] {"asha", "Tapa", "555 0173"}) {
            var page = search(town.wanjiru, typed);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).as(typed).contains("Asha Thapa", Code.shown(file.code()));
        }
    }

    @Test
    void what_is_typed_never_stands_in_an_address() {
        var page = search(town.wanjiru, "Asha Thapa");
        assertThat(page.location()).isNull();
        assertThat(page.body()).doesNotContain("?q=").contains("method=\"post\" action=\"/search\"");
    }

    @Test
    void a_code_leads_to_its_case_however_it_is_typed() {
        assertThat(search(town.wanjiru, Code.shown(file.code()).toLowerCase(Locale.ROOT)).location()).isEqualTo(file.path());
    }

    @Test
    void a_code_that_is_no_case_leads_an_operator_to_the_queue() {
        var code = Code.next();
        assertThat(search(town.fatou, code).location()).isEqualTo("/intake/" + code);
        assertThat(search(town.wanjiru, code).text()).contains("Nothing found");
    }

    @Test
    void a_fenced_client_is_found_by_her_team_only() {
        CaseStory.in(haki, town).of("Nirmala Gurung").fencedIn().open();
        assertThat(search(town.wanjiru, "Nirmala").text()).contains("Nirmala Gurung");
        assertThat(search(town.fatou, "Nirmala").text()).contains("Nothing found");
    }

    private Page search(Town.Person person, String typed) {
        var visitor = person.signedIn();
        return visitor.get("/me").form("/search").send("q", typed);
    }
}
