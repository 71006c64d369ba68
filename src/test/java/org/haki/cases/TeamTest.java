package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.people.Identity;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HakiTest
class TeamTest extends CaseTest {

    @Autowired Stages stages;
    @Autowired Fences fences;

    @Test
    void a_caseworker_gives_no_case_away_and_other_organisations_find_none() {
        refused(Problem.Kind.NOT_YOURS, () -> teams.assign(wanjiru, file.code(), amina.person(), op()));
        refused(Problem.Kind.NOT_FOUND, () -> teams.assign(town.prem.actor(), file.code(), amina.person(), op()));
    }

    @Test
    void a_case_is_given_only_to_who_may_work_it_here() {
        for (var nobody : List.of(town.mateo.id(), town.sushila.id(), fatou.person(), town.tomasz.id(), UUID.randomUUID())) {
            refused(Problem.Kind.NOT_FOUND, () -> teams.assign(leila, file.code(), nobody, op()));
        }
    }

    @Test
    void the_new_owner_is_the_only_one_and_the_one_before_leaves_the_team() {
        teams.assign(fatou, file.code(), amina.person(), op());
        assertThat(now().owner()).isEqualTo(amina.person());
        assertThat(teams.of(leila, now())).filteredOn(member -> member.role().equals("owner"))
                .extracting(Teams.Member::name).containsExactly("Amina Yusuf");
        assertThat(teams.people(leila, now())).doesNotContain(wanjiru.person());
        assertThat(teams.givenTo(amina, file.acceptedAt())).extracting(Teams.Given::caseId).containsExactly(file.id());
    }

    @Test
    void a_case_can_wait_in_the_offices_queue() {
        teams.assign(leila, file.code(), null, op());
        assertThat(now().owner()).isNull();
        assertThat(cases.waiting(leila, Town.today()).withoutOwner()).isEqualTo(1);
        teams.assign(leila, file.code(), wanjiru.person(), op());
        assertThat(now().owner()).isEqualTo(wanjiru.person());
    }

    @Test
    void two_who_give_it_at_once_do_not_overwrite_each_other() {
        int seen = now().version();
        teams.assign(leila, file.code(), amina.person(), op(seen));
        refused(Problem.Kind.STALE, () -> teams.assign(fatou, file.code(), leila.person(), op(seen)));
        assertThat(now().owner()).isEqualTo(amina.person());
    }

    @Test
    void a_form_sent_twice_gives_it_once() {
        Op op = op();
        teams.assign(leila, file.code(), amina.person(), op);
        teams.assign(leila, file.code(), amina.person(), op);
        assertThat(now().version()).isEqualTo(op.base() + 1);
    }

    @Test
    void only_the_owner_supervisors_and_operators_change_the_team() {
        refused(Problem.Kind.NOT_YOURS, () -> teams.add(amina, file.code(), amina.person(), "member", op(0)));
        teams.add(wanjiru, file.code(), amina.person(), "member", op(0));
        refused(Problem.Kind.NOT_FOUND, () -> teams.add(wanjiru, file.code(), town.mateo.id(), "member", op(0)));
        refused(Problem.Kind.NOT_FOUND, () -> teams.add(wanjiru, file.code(), amina.person(), "supervisor", op(0)));
        refused(Problem.Kind.NOT_NOW, () -> teams.remove(wanjiru, file.code(), wanjiru.person(), op(0)));
    }

    @Test
    void a_fenced_case_keeps_its_last_supervisor() {
        fences.raise(wanjiru, file.code(), "danger", op());
        refused(Problem.Kind.NOT_NOW, () -> teams.remove(wanjiru, file.code(), leila.person(), op(0)));
    }

    @Test
    void the_operator_who_accepted_a_fenced_case_sees_it_for_fourteen_days() {
        var client = persons.register(fatou, Identity.of("Devi Rana", "adult"), town.mainDesk.id(), false);
        var accepted = cases.start(fatou, new StartCase(
                Code.next(), town.mainDesk.id(), null, client, Map.of(), wanjiru.person(), Set.of(leila.person()), true, "urgent",
                "phone", Instant.now(), "", List.of()));
        assertThat(teams.of(fatou, accepted)).extracting(Teams.Member::role).containsExactly("owner", "supervisor", "operator");
        assertThat(teams.of(fatou, accepted).getLast().until())
                .isBetween(accepted.acceptedAt().plusSeconds(13 * 86_400), accepted.acceptedAt().plusSeconds(15 * 86_400));
        asHaki("update haki.case_team set until = now() - interval '1 second' where role = 'operator' and case_id = :id", accepted);
        refused(Problem.Kind.NOT_FOUND, () -> cases.open(fatou, accepted.code()));
    }

    @Test
    void a_stage_is_left_only_along_the_moves_of_the_type() {
        refused(Problem.Kind.NOT_NOW, () -> stages.move(wanjiru, file.code(), "follow", op()));
        refused(Problem.Kind.NOT_NOW, () -> stages.move(wanjiru, file.code(), "nowhere", op()));
        refused(Problem.Kind.NOT_YOURS, () -> stages.move(fatou, file.code(), "plan", op()));
        refused(Problem.Kind.STALE, () -> stages.move(wanjiru, file.code(), "plan", op(now().version() + 1)));
        stages.move(wanjiru, file.code(), "plan", op());
        assertThat(now().stage()).isEqualTo("plan");
    }

    @Test
    void a_closed_case_changes_neither_stage_owner_team_nor_fence() {
        close();
        refused(Problem.Kind.NOT_NOW, () -> stages.move(wanjiru, file.code(), "plan", op()));
        refused(Problem.Kind.NOT_NOW, () -> teams.assign(leila, file.code(), amina.person(), op()));
        refused(Problem.Kind.NOT_NOW, () -> teams.add(leila, file.code(), amina.person(), "member", op(0)));
        refused(Problem.Kind.NOT_NOW, () -> fences.raise(leila, file.code(), "danger", op()));
    }
}
