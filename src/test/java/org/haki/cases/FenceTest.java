package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HakiTest
class FenceTest extends CaseTest {

    @Autowired Fences fences;
    @Autowired Parties parties;
    @Autowired CaseList list;

    @Test
    void only_the_owner_and_a_supervisor_fence_and_only_a_supervisor_lowers() {
        refused(Problem.Kind.NOT_YOURS, () -> fences.raise(amina, file.code(), "danger", op()));
        refused(Problem.Kind.NOT_YOURS, () -> fences.raise(fatou, file.code(), "danger", op()));
        fences.raise(wanjiru, file.code(), "danger", op());
        refused(Problem.Kind.NOT_YOURS, () -> fences.lower(wanjiru, file.code(), "danger_over", op()));
        fences.lower(leila, file.code(), "danger_over", op());
        assertThat(seenBy(amina)).isTrue();
    }

    @Test
    void P3_a_fenced_case_is_not_there_for_a_colleague_of_the_same_office() {
        assertThat(seenBy(amina)).isTrue();
        fences.raise(wanjiru, file.code(), "danger", op());
        refused(Problem.Kind.NOT_FOUND, () -> cases.open(amina, file.code()));
        refused(Problem.Kind.NOT_FOUND, () -> cases.byId(amina, file.id()));
        refused(Problem.Kind.NOT_FOUND, () -> persons.open(amina, file.client()));
        assertThat(cases.byIds(amina, List.of(file.id()))).isEmpty();
        assertThat(cases.ofPeople(amina, List.of(file.client()))).isEmpty();
        assertThat(list.show(amina, everyones()).shown().count()).isZero();
        assertThat(cases.waiting(amina, Town.today()).withoutOwner()).isZero();
        assertThat(persons.search(amina, "Asha", 10)).isEmpty();
    }

    @Test
    void its_team_still_sees_all_of_it() {
        fences.raise(wanjiru, file.code(), "danger", op());
        for (var member : List.of(wanjiru, leila)) {
            assertThat(seenBy(member)).isTrue();
            assertThat(persons.open(member, file.client()).name()).isEqualTo("Asha Thapa");
            assertThat(parties.of(member, now())).hasSize(1);
        }
    }

    @Test
    void the_office_has_a_supervisor_on_the_team_before_the_fence_stands() {
        fences.raise(wanjiru, file.code(), "danger", op());
        assertThat(teams.of(wanjiru, now())).extracting(Teams.Member::role).containsExactly("owner", "supervisor");
    }

    @Test
    void a_supervisor_who_is_there_for_a_while_only_does_not_count_as_the_one_who_stays() {
        asHaki("update haki.case_team set role = 'operator', until = now() + interval '1 day' where role = 'supervisor' and case_id = :id", file);
        fences.raise(wanjiru, file.code(), "danger", op());
        assertThat(teams.of(wanjiru, now())).filteredOn(member -> member.person().equals(leila.person()))
                .singleElement().satisfies(member -> assertThat(member.until()).isNull());
    }

    @Test
    void a_person_is_fenced_only_while_every_case_she_is_in_is() {
        var second = org.haki.CaseStory.in(haki, town).of("Devi Rana").open();
        parties.add(wanjiru, second.code(), file.client(), "witness", op(0));
        fences.raise(wanjiru, file.code(), "danger", op());
        assertThat(persons.open(amina, file.client()).name()).as("she is a witness in a case of the whole office").isEqualTo("Asha Thapa");
        fences.raise(wanjiru, second.code(), "danger", op(cases.open(wanjiru, second.code()).version()));
        refused(Problem.Kind.NOT_FOUND, () -> persons.open(amina, file.client()));
        fences.lower(leila, second.code(), "danger_over", op(cases.open(leila, second.code()).version()));
        assertThat(persons.open(amina, file.client()).name()).isEqualTo("Asha Thapa");
    }

    @Test
    void somebody_new_in_a_fenced_case_is_fenced_with_it() {
        fences.raise(wanjiru, file.code(), "danger", op());
        var person = register("Bikram Thapa", false);
        parties.add(wanjiru, file.code(), person, "alleged_perpetrator", op(0));
        refused(Problem.Kind.NOT_FOUND, () -> persons.open(amina, person));
        assertThat(persons.open(wanjiru, person).name()).isEqualTo("Bikram Thapa");
    }

    @Test
    void a_case_that_begins_fenced_is_seen_by_its_team_from_the_first_moment() {
        var fenced = org.haki.CaseStory.in(haki, town).of("Nirmala Rai").fencedIn().open();
        assertThat(fenced.fenced()).isTrue();
        assertThat(cases.open(wanjiru, fenced.code()).version()).isEqualTo(fenced.version());
        refused(Problem.Kind.NOT_FOUND, () -> cases.open(amina, fenced.code()));
        refused(Problem.Kind.NOT_FOUND, () -> cases.open(fatou, fenced.code()));
    }

    @Test
    void who_is_asked_to_check_a_fenced_closing_sees_it_until_the_check_is_done() {
        fences.raise(wanjiru, file.code(), "danger", op());
        assertThat(seenBy(fatou)).isFalse();
        closings.propose(wanjiru, file.code(), proposal(fatou.person()), op());
        assertThat(seenBy(fatou)).isTrue();
        assertThat(seenBy(amina)).isFalse();
        assertThat(verifications.verify(fatou, file.code(), said("confirmed"), op())).isEqualTo("/today");
        assertThat(seenBy(fatou)).isFalse();
        assertThat(now().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void whoever_is_taken_off_the_team_no_longer_sees_it() {
        fences.raise(wanjiru, file.code(), "danger", op());
        teams.add(wanjiru, file.code(), amina.person(), "member", op(0));
        assertThat(seenBy(amina)).isTrue();
        teams.remove(wanjiru, file.code(), amina.person(), op(0));
        assertThat(seenBy(amina)).isFalse();
    }

    private boolean seenBy(Actor actor) {
        return cases.byIds(actor, List.of(file.id())).containsKey(file.id());
    }

    private static ListCases everyones() {
        return new ListCases("all", "", "", "everyone", "", "", "", "");
    }
}
