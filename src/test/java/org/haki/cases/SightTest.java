package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.access.Membership;
import org.haki.kernel.Code;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Why a colleague does not find a case: a reason, and nothing of what is in it. */
@HakiTest
class SightTest extends CaseTest {

    @Autowired Fences fences;

    @Test
    void who_neither_supervises_nor_administers_gets_no_answer() {
        for (var person : List.of(town.wanjiru, town.fatou, town.ines)) {
            assertThat(person.signedIn().get(page(town.mateo)).status()).as(person.signInName()).isEqualTo(403);
        }
        assertThat(town.tomasz.signedIn().get(page(town.sushila)).status()).as("somebody of another organisation").isEqualTo(404);
    }

    @Test
    void a_case_of_another_organisation_answers_as_one_that_was_never_given() {
        var theirs = org.haki.CaseStory.in(haki, Town.in(haki)).open();
        var elsewhere = town.person(town.riverbend, "Somebody", "elsewhere", new Membership("supervisor", town.oldbridge.id()));
        var nothing = "No case of your offices has this code";
        assertThat(answer(town.tomasz, town.mateo, theirs.code())).contains(nothing);
        assertThat(answer(town.tomasz, town.mateo, Code.next())).contains(nothing);
        assertThat(answer(elsewhere, town.mateo, file.code())).as("of an office that is not hers").contains(nothing);
        assertThat(town.tomasz.signedIn().fill(page(town.mateo), page(town.mateo), "code", "hello").status()).isEqualTo(422);
    }

    @Test
    void the_reason_is_said_without_a_word_of_the_case() {
        var amina = town.person(town.riverbend, "Amina Two", "amina-two", new Membership("caseworker", town.mainDesk.id()));
        for (var who : List.of(town.tomasz, town.leila)) {
            assertThat(answer(who, town.mateo, file.code())).contains("Mateo Condori works cases in other offices");
            assertThat(answer(who, town.ines, file.code())).contains("No role of Ines Duarte includes cases");
            assertThat(answer(who, town.fatou, file.code())).contains("Fatou Sané sees the card");
            assertThat(answer(who, amina, file.code())).contains("Amina Two can see this case").doesNotContain("Asha", "Thapa");
        }
        fences.raise(wanjiru, file.code(), "danger", op());
        assertThat(answer(town.tomasz, amina, file.code())).contains("kept to its team, and Amina Two is not on it").doesNotContain("Asha", "Thapa");
        assertThat(answer(town.tomasz, town.wanjiru, file.code())).contains("Wanjiru Otieno can see this case");
        asHaki("update haki.case_file set fenced = false, status = 'archived' where id = :id", file);
        assertThat(answer(town.tomasz, amina, file.code())).contains("The case is archived");
    }

    private static String page(Town.Person person) {
        return "/settings/people/" + person.id() + "/sight";
    }

    private static String answer(Town.Person asker, Town.Person colleague, String code) {
        var answer = asker.signedIn().fill(page(asker), page(asker), "person", colleague.id().toString(), "code", code);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }
}
