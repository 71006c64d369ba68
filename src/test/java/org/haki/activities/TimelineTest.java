package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.TypedAnswers;
import org.haki.access.Membership;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.Closings;
import org.haki.cases.Decision;
import org.haki.cases.ProposeClosing;
import org.haki.cases.SheetSaved;
import org.haki.cases.StartCase;
import org.haki.cases.Teams;
import org.haki.cases.Verifications;
import org.haki.cases.VerifyClosing;
import org.haki.forms.Node;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The timeline of a case's type on real PostgreSQL, as Wanjiru, Leila and the landlord's notice move it. */
@HakiTest
class TimelineTest {

    @Autowired ApplicationContext haki;
    @Autowired Work work;
    @Autowired Activities activities;
    @Autowired Plans plans;
    @Autowired CaseFiles cases;
    @Autowired Teams teams;
    @Autowired Closings closings;
    @Autowired Verifications verifications;
    @Autowired TypedAnswers answers;

    private Town town;
    private Actor wanjiru;
    private Actor leila;
    private CaseFile file;
    private LocalDate today;

    @BeforeEach
    void a_case_about_a_house() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        leila = town.leila.actor();
        haki.getBean(AdoptedTypes.class).adopt(town.tomasz.actor(), "housing", op(0));
        today = LocalDate.now(wanjiru.zone());
        file = open("normal");
    }

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
    void the_plan_is_read_in_the_words_of_the_type() {
        assertThat(town.wanjiru.signedIn().get(file.path()).text()).contains("First talk").contains("Ask how it goes");
        assertThat(town.wanjiru.signedIn().get("/today").text()).contains("First talk");
    }

    private void propose() {
        closings.propose(wanjiru, file.code(), new ProposeClosing("stays", "completed", "information", "", "yes", town.fatou.id().toString()), op(now().version()));
    }

    private void complete(String step, String result) {
        var one = one(step);
        activities.complete(wanjiru, file.code(), one.id(), new CompleteActivity("", "now", "", "", result, "", "", "", "", "", ""), op(one.version()));
    }

    private static ChangeActivity change(LocalDate day, String reason) {
        return new ChangeActivity(day.toString(), "", "", "", reason, "");
    }

    private void sheet(Node... answered) {
        var problem = new ArrayList<Node>();
        Node agreement = null;
        for (var node : answered) {
            if (node.name().equals("agreement")) {
                agreement = node;
            } else {
                problem.add(node);
            }
        }
        var section = Node.of("problem", problem);
        answers.put(file, agreement == null ? new Node[] {section} : new Node[] {section, agreement});
        work.as(wanjiru, "case.write", () -> haki.publishEvent(new SheetSaved(wanjiru, now(), "problem")));
    }

    private static Node kind(String kind) {
        return Node.of("kind", (Object) kind);
    }

    private static Node notice(LocalDate day) {
        return Node.of("notice_on", (Object) day);
    }

    private static Node room(String damp) {
        return Node.of("room", List.of(Node.of("damp", (Object) damp)));
    }

    private static Node signed(LocalDate day) {
        return Node.of("agreement", List.of(Node.of("signed_on", (Object) day)));
    }

    private CaseFile now() {
        return cases.byId(wanjiru, file.id());
    }

    private List<String> keys() {
        return plan().stream().filter(Activity::planned).map(one -> one.mark().key()).toList();
    }

    private List<Activity> plan() {
        return plans.ofCase(leila, file).stream().map(OpenedActivity::row).toList();
    }

    private List<Activity> planned(String step) {
        return plan().stream().filter(one -> one.planned() && one.mark().key().equals(step)).toList();
    }

    private Activity one(String step) {
        assertThat(planned(step)).as(step).hasSize(1);
        return planned(step).getFirst();
    }

    private Activity done(String step) {
        return plan().stream().filter(one -> one.state() == Activity.State.DONE && one.mark().key().equals(step)).toList().getLast();
    }

    private CaseFile open(String urgency) {
        return work.as(wanjiru, "case.open", () -> {
            var client = haki.getBean(Persons.class).register(wanjiru, Identity.of("Asha Thapa", "adult"), town.mainDesk.id(), false);
            var given = List.of(new Decision("services", "given", "verbal_phone", "self", "en"), new Decision("reporting", "refused", "verbal_phone", "self", "en"));
            return cases.start(wanjiru, new StartCase(Code.next(), town.mainDesk.id(), "housing", client, Map.of(), wanjiru.person(), Set.of(),
                    false, urgency, "phone", Instant.now().minusSeconds(600), "The rain comes in.", given));
        });
    }

    private static Op op(int base) {
        return new Op(Id.next(), base, UUID.randomUUID().toString().getBytes());
    }
}
