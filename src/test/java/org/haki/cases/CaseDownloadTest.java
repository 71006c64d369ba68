package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.haki.CaseStory;
import org.haki.Everything;
import org.haki.HakiTest;
import org.haki.Page;
import org.haki.Town;
import org.junit.jupiter.api.Test;

/** P36: a list leaves Haki by a right of its own, with the password, without names and without what is kept to its team. */
@HakiTest
class CaseDownloadTest extends CaseTest {

    private static final String PAGE = "/downloads?list=cases&owner=everyone";

    @Test
    void whoever_has_no_right_to_take_lists_along_gets_none_P36() {
        for (var somebody : new Town.Person[] {town.wanjiru, town.mateo, town.fatou, town.tomasz, town.ines}) {
            assertThat(somebody.signedIn().get(PAGE).status()).as(somebody.signInName()).isEqualTo(403);
        }
        assertThat(town.wanjiru.signedIn().get("/cases?owner=everyone").body()).doesNotContain("/downloads");
    }

    @Test
    void without_the_right_password_nothing_leaves_and_what_was_chosen_stays() {
        var answer = sent(town.leila, "format", "csv", "current", "not hers");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(file.code()).containsPattern("value=\"csv\" checked");
        assertThat(sent(town.leila, "format", "docx", "current", town.leila.password()).status()).isEqualTo(422);
    }

    @Test
    void the_file_holds_codes_and_days_and_no_name_and_nothing_of_another_organisation() {
        var fenced = CaseStory.in(haki, town).of("Ixchel Ramos").fencedIn().open();
        var answer = sent(town.leila, "format", "csv", "current", town.leila.password());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Disposition")).isEqualTo("attachment; filename=\"cases.csv\"");
        assertThat(answer.body())
                .contains(file.code(), "Wanjiru Otieno", "Taken from Haki by Leila Marzouq", "1 line, 1 left out")
                .doesNotContain(fenced.code(), "Asha", "Thapa", "Ixchel", "555 0173", CaseStory.WORDS);
        var northgates = town.prem.signedIn().fill(PAGE, PAGE, "format", "csv", "current", town.prem.password());
        assertThat(northgates.body()).contains("0 lines").doesNotContain(file.code());
    }

    @Test
    void who_took_a_list_along_stands_in_the_trail_of_the_organisation_and_of_each_case_in_it() {
        sent(town.leila, "format", "xlsx", "current", town.leila.password());
        assertThat(Everything.in(haki).count("""
                select count(*) from haki.audit_entry e join haki.audit_subject s on s.org_id = e.org_id and s.seq = e.seq
                where e.org_id = :org and e.act = 'case.export' and s.case_id = '%s'""".formatted(file.id()), town.riverbend)).isEqualTo(1);
    }

    @Test
    void closings_are_taken_along_with_what_their_check_said_and_without_its_words() {
        close();
        var other = CaseStory.in(haki, town).of("Ixchel Ramos").fencedIn().open();
        var page = "/downloads?list=closings";
        assertThat(town.wanjiru.signedIn().get(page).status()).isEqualTo(403);
        var body = town.leila.signedIn().fill(page, page, "format", "csv", "current", town.leila.password()).body();
        assertThat(body).contains(file.code(), "Wanjiru Otieno", "\"Yes, it is so\"", "Amina Yusuf", ": 1 line, 0 left out").doesNotContain("The order stands", "Asha", other.code());
        assertThat(town.prem.signedIn().fill(page, page, "format", "csv", "current", town.prem.password()).body()).contains("0 lines").doesNotContain(file.code());
    }

    @Test
    void every_page_of_a_long_list_is_in_the_file() {
        for (int n = 0; n < 3; n++) {
            CaseStory.in(haki, town).of("Client " + n).open();
        }
        var body = sent(town.leila, "format", "csv", "current", town.leila.password()).body();
        assertThat(body.lines().filter(line -> line.contains("Wanjiru")).count()).isEqualTo(4);
    }

    private Page sent(Town.Person who, String... said) {
        return who.signedIn().fill(PAGE, PAGE, said);
    }
}
