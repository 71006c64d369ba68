package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.haki.HakiTest;
import org.haki.access.Membership;
import org.haki.cases.Closings;
import org.haki.cases.VerifyClosing;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;

/** The timeline of a case's type on real PostgreSQL, as Wanjiru, Leila and the landlord's notice move it. */
@HakiTest
class TimelineTest extends TimelineScene {

    @Test
    void acceptance_plans_what_applies_and_nothing_else() {
        assertThat(keys()).containsExactlyInAnyOrder("first_talk", "check_back");
        var first = one("first_talk");
        assertThat(first.dueOn()).isEqualTo(today.plusDays(2));
        assertThat(first.required()).isTrue();
        assertThat(first.assignee()).isEqualTo(wanjiru.person());
        var second = one("check_back");
        assertThat(second.blocked()).as("it waits for the first talk").isTrue();
        assertThat(second.dueOn()).as("reckoned from when that is planned").isEqualTo(today.plusDays(16));
        assertThat(plans.ofCase(leila, file)).extracting(step -> step.words().labels().get("es")).contains("Primera conversación");
    }

    @Test
    void A6_a_step_comes_when_its_condition_turns_true_and_goes_when_it_turns_false_unless_it_is_hard() {
        sheet(kind("eviction"), notice(today.minusDays(1)));
        var answer = one("answer_court");
        assertThat(answer.dueOn()).isEqualTo(today.plusDays(9));
        assertThat(answer.hard()).isTrue();
        sheet(kind("rent"), notice(today.minusDays(1)));
        assertThat(one("answer_court").planned()).as("only a supervisor takes away what is hard").isTrue();
        sheet(kind("rent"), room("yes"));
        assertThat(one("look_at_room").dueOn()).isEqualTo(today.plusDays(7));
        sheet(kind("rent"), room("no"));
        assertThat(planned("look_at_room")).isEmpty();
        sheet(kind("rent"), room("yes"));
        assertThat(planned("look_at_room")).as("and again").hasSize(1);
    }

    @Test
    void A6_what_hangs_on_a_repeat_is_planned_once_for_each_row_whose_own_condition_holds() {
        sheet(kind("rent"), room("yes"), room("no"), room("yes"));
        assertThat(planned("look_at_room")).extracting(step -> step.mark().row()).containsExactlyInAnyOrder("1", "3");
        sheet(kind("rent"), room("yes"), room("yes"), room("yes"));
        assertThat(planned("look_at_room")).hasSize(3);
        sheet(kind("rent"), room("yes"));
        assertThat(planned("look_at_room")).as("rows that are gone take their steps with them").hasSize(1);
    }

    @Test
    void steps_of_the_rows_of_a_repeat_say_of_which_row_they_are_also_when_a_row_before_them_is_gone() {
        sheet(kind("rent"), room("hall", "yes"), room("attic", "no"), room("cellar", "yes"));
        var visitor = town.wanjiru.signedIn();
        assertThat(visitor.get(file.path()).text()).contains("Look at the room, 1").contains("Look at the room, 3").doesNotContain("Look at the room, 2");
        assertThat(visitor.get(file.path() + "/activities/open").text()).contains("Look at the room, 1").contains("Look at the room, 3");
        var cellar = planned("look_at_room").stream().filter(step -> step.mark().row().equals("cellar")).findFirst().orElseThrow();
        activities.change(wanjiru, file.code(), cellar.id(), change(today, ""), op(cellar.version()));
        assertThat(visitor.get("/today").text()).contains("Look at the room, 3");
        sheet(kind("rent"), room("attic", "no"), room("cellar", "yes"));
        assertThat(visitor.get(file.path() + "/activities/" + cellar.id()).text()).contains("Look at the room, 2");
    }

    @Test
    void what_the_timeline_took_away_is_not_counted_as_done() {
        complete("first_talk", "reached");
        assertThat(town.wanjiru.signedIn().get(file.path()).text()).contains("1 done").doesNotContain("1 done,");
        sheet(kind("rent"), room("yes"), room("yes"));
        sheet(kind("rent"), room("no"), room("no"));
        assertThat(town.wanjiru.signedIn().get(file.path()).text()).contains("1 done, 2 missed or not needed");
    }

    @Test
    void A3_a_date_follows_what_it_hangs_on_until_somebody_sets_it() {
        var first = one("first_talk");
        activities.change(wanjiru, file.code(), first.id(), change(today.plusDays(5), ""), op(first.version()));
        assertThat(one("check_back").dueOn()).as("planned first, so from the plan").isEqualTo(today.plusDays(19));
        complete("first_talk", "reached");
        assertThat(one("check_back").dueOn()).as("from the day it was done").isEqualTo(today.plusDays(14));
        assertThat(one("check_back").blocked()).isFalse();
        var second = one("check_back");
        activities.change(wanjiru, file.code(), second.id(), change(today.plusDays(3), ""), op(second.version()));
        var talk = done("first_talk");
        activities.undo(wanjiru, file.code(), talk.id(), op(talk.version()));
        assertThat(one("check_back").dueOn()).as("set by hand").isEqualTo(today.plusDays(3));
    }

    @Test
    void A4_a_hard_date_comes_nearer_by_itself_and_is_put_off_only_by_a_supervisor_and_the_old_one_stays() {
        sheet(kind("eviction"), notice(today));
        assertThat(one("answer_court").dueOn()).isEqualTo(today.plusDays(10));
        sheet(kind("eviction"), notice(today.minusDays(3)));
        var nearer = one("answer_court");
        assertThat(nearer.dueOn()).isEqualTo(today.plusDays(7));
        assertThat(plans.moves(leila, nearer.id())).extracting(Move::dueOn).containsExactly(today.plusDays(10));
        sheet(kind("eviction"), notice(today.plusDays(20)));
        assertThat(one("answer_court").dueOn()).as("not put off by writing another day").isEqualTo(today.plusDays(7));
        assertThatThrownBy(() -> activities.change(wanjiru, file.code(), nearer.id(), change(today.plusDays(9), "others_moved"), op(one("answer_court").version())))
                .isInstanceOf(Problem.class);
        activities.change(leila, file.code(), nearer.id(), change(today.plusDays(9), "others_moved"), op(one("answer_court").version()));
        assertThat(one("answer_court").dueOn()).isEqualTo(today.plusDays(9));
        assertThat(plans.moves(leila, nearer.id())).extracting(Move::dueOn).containsExactly(today.plusDays(10), today.plusDays(7));
    }

    @Test
    void A8_what_repeats_comes_again_when_the_last_is_done_until_its_condition_holds() {
        complete("first_talk", "reached");
        complete("check_back", "same");
        var next = one("check_back");
        assertThat(next.mark().turn()).isEqualTo(2);
        assertThat(next.dueOn()).isEqualTo(today.plusDays(30));
        var last = done("check_back");
        activities.undo(wanjiru, file.code(), last.id(), op(last.version()));
        assertThat(planned("check_back")).as("taken back, so is what came of it").extracting(step -> step.mark().turn()).containsExactly(1);
        complete("check_back", "same");
        complete("check_back", "better");
        assertThat(one("check_back").mark().turn()).isEqualTo(3);
        sheet(kind("rent"), signed(today));
        assertThat(planned("check_back")).as("the agreement is signed").isEmpty();
    }

    @Test
    void a_step_goes_to_who_has_its_role_and_to_the_supervisor_where_nobody_has() {
        sheet(kind("eviction"), notice(today));
        assertThat(one("answer_court").assignee()).as("there is no lawyer").isEqualTo(leila.person());
        var odile = town.person(town.riverbend, "Odile Bana", "odile", new Membership("caseworker", town.mainDesk.id()));
        teams.add(leila, file.code(), odile.id(), "lawyer", op(0));
        assertThat(one("answer_court").assignee()).as("now there is").isEqualTo(odile.id());
        assertThat(town.leila.signedIn().get(file.path() + "/assignment").text()).contains("Odile Bana Lawyer");
        assertThat(one("first_talk").assignee()).isEqualTo(wanjiru.person());
    }

    @Test
    void what_repeats_ends_with_the_proposal_what_comes_with_closing_is_planned_and_both_turn_round_when_it_is_withdrawn() {
        sheet(kind("rent"), signed(today));
        complete("first_talk", "reached");
        sheet(kind("rent"));
        assertThat(planned("check_back")).hasSize(1);
        sheet(kind("rent"), signed(today));
        propose();
        assertThat(planned("check_back")).isEmpty();
        assertThat(one("thank").dueOn()).isEqualTo(today.plusDays(3));
        closings.withdraw(wanjiru, file.code(), op(now().version()));
        assertThat(planned("thank")).isEmpty();
        sheet(kind("rent"));
        assertThat(planned("check_back")).hasSize(1);
    }

    @Test
    void C7_what_may_outlive_the_case_is_done_after_it_closed_and_nothing_else() {
        sheet(kind("rent"), signed(today));
        complete("first_talk", "reached");
        propose();
        verifications.verify(town.fatou.actor(), file.code(), new VerifyClosing("confirmed", "client", "", ""), op(now().version()));
        var thank = one("thank");
        var page = town.leila.signedIn().get(file.path() + "/activities/" + thank.id());
        assertThat(page.form(file.path() + "/activities/" + thank.id() + "/completion").send("text", "She sends greetings.", "result", "reached").status()).isEqualTo(303);
        assertThat(planned("thank")).isEmpty();
        var talk = done("first_talk");
        assertThatThrownBy(() -> activities.undo(wanjiru, file.code(), talk.id(), op(talk.version()))).isInstanceOf(Problem.class);
    }

    @Test
    void C7_what_came_with_the_closing_and_may_not_outlive_it_ends_with_it_and_comes_again_with_the_next() {
        sheet(kind("rent"), signed(today));
        complete("first_talk", "reached");
        propose();
        assertThat(planned("tidy_file")).hasSize(1);
        verifications.verify(town.fatou.actor(), file.code(), new VerifyClosing("confirmed", "client", "", ""), op(now().version()));
        assertThat(keys()).as("nobody could settle anything else").containsExactly("thank");
        closings.reopen(leila, file.code(), Closings.REASONS_TO_REOPEN.getFirst(), op(now().version()));
        assertThat(planned("tidy_file")).isEmpty();
        propose();
        assertThat(planned("tidy_file")).hasSize(1);
    }

    @Test
    void A4_that_a_hard_date_was_met_is_said_in_a_sentence_and_not_with_one_click() {
        sheet(kind("eviction"), notice(today));
        var hard = one("answer_court");
        var lead = town.leila.signedIn();
        var path = file.path() + "/activities/" + hard.id();
        var refused = lead.get(path).form(path + "/completion").send("text", " ");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("say in a sentence what was done");
        assertThat(refused.body()).containsPattern("<textarea[^>]*name=\"text\"[^>]*aria-required=\"true\"");
        var all = file.path() + "/activities/open";
        var open = lead.get(all);
        assertThat(open.text()).contains("“Answer the court” is done? Say on its own page");
        assertThat(open.form(all).send("step-" + hard.id(), "met").status()).isEqualTo(422);
        assertThat(one("answer_court").planned()).isTrue();
        assertThat(town.wanjiru.signedIn().get(path).form(path + "/completion").send("text", "The answer lies at the court.").status()).isEqualTo(303);
        assertThat(done("answer_court").result()).isEqualTo("met");
    }

    @Test
    void a_required_step_stands_in_the_way_of_closing_and_only_a_supervisor_cancels_it() {
        sheet(kind("rent"), signed(today));
        assertThat(closings.obstacles(wanjiru, file).isEmpty()).isFalse();
        var first = one("first_talk");
        assertThatThrownBy(() -> activities.cancel(wanjiru, file.code(), first.id(), new EndActivity("no_longer_needed", ""), op(first.version())))
                .isInstanceOf(Problem.class);
        activities.cancel(leila, file.code(), first.id(), new EndActivity("no_longer_needed", ""), op(first.version()));
        assertThat(one("check_back").blocked()).as("it waits no longer for what will never be done").isFalse();
        assertThat(closings.obstacles(wanjiru, file).isEmpty()).as("what repeats ends by itself").isTrue();
    }

    @Test
    void a_distance_in_days_leads_to_a_day_also_from_an_hour_and_what_waits_says_its_day_apart() {
        var first = one("first_talk");
        activities.change(wanjiru, file.code(), first.id(), new ChangeActivity(today.plusDays(3).toString(), "19:08", "", "", "others_moved", ""), op(first.version()));
        assertThat(one("first_talk").dueAt()).isNotNull();
        assertThat(one("check_back").dueOn()).isEqualTo(today.plusDays(17));
        assertThat(one("check_back").dueAt()).as("no hour").isNull();
        assertThat(town.wanjiru.signedIn().get(file.path()).text()).containsPattern("aits for “First talk”, \\p{L}");
    }

    @Test
    void the_plan_is_read_in_the_words_of_the_type() {
        assertThat(town.wanjiru.signedIn().get(file.path()).text()).contains("First talk").contains("Ask how it goes");
        assertThat(town.wanjiru.signedIn().get("/today").text()).contains("First talk");
    }
}
