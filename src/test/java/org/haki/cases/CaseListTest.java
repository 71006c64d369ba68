package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.haki.HakiTest;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HakiTest
class CaseListTest extends CaseTest {

    @Autowired CaseList list;

    @Test
    void other_offices_and_organisations_see_none_of_it_not_even_in_the_count() {
        assertThat(list.show(town.mateo.actor(), asked("")).shown().count()).isZero();
        assertThat(list.show(town.prem.actor(), asked("")).shown().count()).isZero();
        refused(Problem.Kind.NOT_YOURS, () -> list.show(town.tomasz.actor(), asked("")));
    }

    @Test
    void a_caseworker_sees_her_own_first_and_those_who_give_cases_see_everyones() {
        assertThat(list.show(wanjiru, asked("")).owner()).isEqualTo("me");
        assertThat(list.show(amina, asked("")).rows()).isEmpty();
        assertThat(list.show(amina, asked("everyone")).rows()).hasSize(1);
        assertThat(list.show(leila, asked("")).owner()).isEqualTo("everyone");
        assertThat(list.show(leila, asked(wanjiru.person().toString())).rows()).hasSize(1);
        assertThat(list.show(leila, asked("queue")).rows()).isEmpty();
    }

    @Test
    void a_director_sees_codes_but_nobodys_name() {
        var director = town.person(town.riverbend, "Chipo Ndlovu", "chipo", org.haki.Town.everywhere("director")).actor();
        assertThat(list.show(director, asked("everyone")).rows()).singleElement().satisfies(row -> assertThat(row.client()).isNull());
    }

    @Test
    void filters_narrow_the_list_and_its_count() {
        assertThat(rows(new ListCases("closed", "", "", "everyone", "", "", "", ""))).isZero();
        assertThat(rows(new ListCases("", "", "assess", "everyone", "", "", "", ""))).isEqualTo(1);
        assertThat(rows(new ListCases("", "", "act", "everyone", "", "", "", ""))).isZero();
        assertThat(rows(new ListCases("", "", "", "everyone", "urgent", "", "", ""))).isZero();
        assertThat(rows(new ListCases("", "", "", "everyone", "", town.oldbridge.id().toString(), "", ""))).isZero();
        assertThat(rows(new ListCases("", "", "", "everyone", "", "", "yes", ""))).isZero();
        close();
        assertThat(rows(new ListCases("", "", "", "everyone", "", "", "", ""))).isZero();
        assertThat(rows(new ListCases("closed", "", "", "everyone", "", "", "", ""))).isEqualTo(1);
    }

    @Test
    void what_nobody_can_mean_in_an_address_is_left_out() {
        var asked = new ListCases("'; drop", "a'b", "<script>", "\"><b>", "x", "not-an-id", "perhaps", "1_2");
        assertThat(asked.address()).isEqualTo("/cases?after=1_2");
        assertThat(list.show(leila, asked).rows()).isEmpty();
    }

    @Test
    void pages_go_to_the_end_and_back_without_losing_or_repeating_a_case() {
        var expected = new ArrayList<String>();
        for (int i = 0; i < 54; i++) {
            expected.addFirst(org.haki.CaseStory.in(haki, town).of("Client " + i).open().code());
        }
        expected.add(file.code());
        var first = list.show(leila, asked(""));
        assertThat(first.shown().count()).isEqualTo(55);
        assertThat(List.of(first.shown().from(), (long) first.rows().size())).containsExactly(1L, 50L);
        assertThat(first.newer()).isNull();
        var second = list.show(leila, at(first.older()));
        assertThat(second.shown().from()).isEqualTo(51);
        assertThat(second.older()).isNull();
        var seen = new ArrayList<>(codes(first));
        seen.addAll(codes(second));
        assertThat(seen).isEqualTo(expected);
        var back = list.show(leila, at(second.newer()));
        assertThat(codes(back)).isEqualTo(codes(first));
        assertThat(back.shown().from()).isEqualTo(1);
        assertThat(back.newer()).isNull();
    }

    private long rows(ListCases asked) {
        var page = list.show(leila, asked);
        assertThat(page.rows()).hasSize((int) page.shown().count());
        return page.shown().count();
    }

    private static List<String> codes(CasesPage page) {
        return page.rows().stream().map(row -> row.file().code()).toList();
    }

    private static ListCases asked(String owner) {
        return new ListCases("", "", "", owner, "", "", "", "");
    }

    private static ListCases at(String address) {
        var parts = address.substring(address.indexOf('?') + 1).split("=");
        return new ListCases("", "", "", "", "", "", "", parts.length == 2 ? parts[1] : "");
    }
}
