package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.haki.CaseStory;
import org.haki.HakiTest;
import org.haki.Town;
import org.haki.cases.CaseFile;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@HakiTest
class ActivitiesTest {

    @Autowired ApplicationContext haki;
    @Autowired Activities activities;
    @Autowired Plans plans;

    private Town town;
    private Actor wanjiru;
    private Actor leila;
    private CaseFile file;

    @BeforeEach
    void ashas_case() {
        town = Town.in(haki);
        wanjiru = town.wanjiru.actor();
        leila = town.leila.actor();
        file = CaseStory.in(haki, town).open();
    }

    @Test
    void another_office_and_another_organisation_find_nothing_to_do_it_in() {
        refused(Problem.Kind.NOT_FOUND, () -> plan(town.mateo.actor(), "task", 3));
        refused(Problem.Kind.NOT_FOUND, () -> plan(town.sushila.actor(), "task", 3));
    }

    @Test
    void who_only_reads_reports_writes_no_activity() {
        refused(Problem.Kind.NOT_YOURS, () -> plan(town.fatou.actor(), "task", 3));
        refused(Problem.Kind.NOT_YOURS, () -> plan(town.tomasz.actor(), "task", 3));
    }

    @Test
    void a_form_sent_twice_plans_once() {
        var op = new Op(Id.next(), 0, new byte[] {1});
        var said = planned("call", 2, "", "");
        var first = activities.plan(wanjiru, file.code(), said, op);
        assertThat(activities.plan(wanjiru, file.code(), said, op)).isEqualTo(first);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void a_follow_up_is_planned_from_within_a_call() {
        var said = new RecordActivity("Her sister answered.", "call", "now", "", "", "other_person", "", "call", in(2), "10:30", "");
        activities.record(wanjiru, file.code(), said, op(0));
        var call = ofKind(Activity.Kind.CALL, Activity.State.DONE);
        var next = plans.ofCase(wanjiru, file).stream().filter(one -> call.row().id().equals(one.row().grownFrom())).findFirst().orElseThrow();
        assertThat(call.words().happened()).isEqualTo("Her sister answered.");
        assertThat(next.row().dueAt().atZone(wanjiru.zone()).toLocalTime()).hasToString("10:30");
        assertThat(next.row().assignee()).isEqualTo(wanjiru.person());
    }

    @Test
    void a_service_without_saying_which_is_sent_back() {
        var said = new RecordActivity("We talked.", "service", "now", "", "", "", "", "", "", "", "");
        assertThatThrownBy(() -> activities.record(wanjiru, file.code(), said, op(0))).isInstanceOf(Unfit.class);
        var unknown = new RecordActivity("We talked.", "service", "now", "", "", "", "massage", "", "", "", "");
        assertThatThrownBy(() -> activities.record(wanjiru, file.code(), unknown, op(0))).isInstanceOf(Unfit.class);
    }

    @Test
    void what_waits_for_something_is_done_before_it_only_with_a_reason() {
        var letter = plan(wanjiru, "task", 3);
        var visit = plan(wanjiru, planned("visit", 4, letter.row().id().toString(), ""));
        assertThat(one(visit).row().blocked()).isTrue();
        assertThatThrownBy(() -> complete(wanjiru, visit, "seen", "")).isInstanceOf(Unfit.class);
        complete(wanjiru, visit, "seen", "urgent");
        assertThat(one(visit).row().reason()).isEqualTo("urgent");
    }

    @Test
    void a_plan_in_which_something_would_wait_for_itself_is_sent_back() {
        var letter = plan(wanjiru, "task", 3);
        var visit = plan(wanjiru, planned("visit", 4, letter.row().id().toString(), ""));
        var said = new ChangeActivity(in(3), "", "", visit.row().id().toString(), "", "");
        assertThatThrownBy(() -> activities.change(wanjiru, file.code(), letter.row().id(), said, op(1))).isInstanceOf(Unfit.class);
    }

    @Test
    void a_hard_date_is_moved_by_a_supervisor_with_a_reason_and_keeps_the_old_one() {
        var deadline = plan(wanjiru, new PlanActivity("deadline", "Appeal", "", in(5), "", "", "yes", "", ""));
        var id = deadline.row().id();
        var move = new ChangeActivity(in(9), "", "", "", "others_moved", "The court wrote.");
        refused(Problem.Kind.NOT_YOURS, () -> activities.change(wanjiru, file.code(), id, move, op(1)));
        var silent = new ChangeActivity(in(9), "", "", "", "", "");
        assertThatThrownBy(() -> activities.change(leila, file.code(), id, silent, op(1))).isInstanceOf(Unfit.class);
        activities.change(leila, file.code(), id, move, op(1));
        assertThat(one(deadline).row().dueOn()).isEqualTo(in(9));
        assertThat(plans.moves(leila, id)).singleElement().satisfies(old -> {
            assertThat(old.dueOn()).isEqualTo(in(5));
            assertThat(old.reason()).isEqualTo("others_moved");
        });
    }

    @Test
    void a_hard_date_is_cancelled_by_a_supervisor_only() {
        var deadline = plan(wanjiru, new PlanActivity("deadline", "Appeal", "", in(5), "", "", "yes", "", ""));
        var said = new EndActivity("no_longer_needed", "");
        refused(Problem.Kind.NOT_YOURS, () -> activities.cancel(wanjiru, file.code(), deadline.row().id(), said, op(1)));
        activities.cancel(leila, file.code(), deadline.row().id(), said, op(1));
        assertThat(one(deadline).row().state()).isEqualTo(Activity.State.CANCELLED);
    }

    @Test
    void a_moved_appointment_is_a_new_one_and_what_waited_for_the_old_waits_for_the_new() {
        var hearing = plan(wanjiru, new PlanActivity("appointment", "Hearing", "Oldbridge court", in(4), "9:30", "", "", "", ""));
        var after = plan(wanjiru, planned("task", 6, hearing.row().id().toString(), ""));
        var path = activities.change(wanjiru, file.code(), hearing.row().id(),
                new ChangeActivity(in(8), "11:00", "", "", "others_moved", ""), op(1));
        var moved = plans.one(wanjiru, file, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(moved.row().movedFrom()).isEqualTo(hearing.row().id());
        assertThat(moved.words().place()).isEqualTo("Oldbridge court");
        assertThat(one(hearing).row().state()).isEqualTo(Activity.State.CANCELLED);
        assertThat(one(hearing).row().dueOn()).isEqualTo(in(4));
        assertThat(one(after).row().waitsFor()).isEqualTo(moved.row().id());
    }

    @Test
    void only_appointments_and_deadlines_that_passed_are_missed() {
        var task = plan(wanjiru, "task", 0);
        var later = plan(wanjiru, new PlanActivity("appointment", "Registry", "", in(1), "", "", "", "", ""));
        var passed = plan(wanjiru, new PlanActivity("appointment", "Registry", "", in(0), "0:00", "", "", "", ""));
        var said = new EndActivity("client_absent", "");
        refused(Problem.Kind.NOT_NOW, () -> activities.miss(wanjiru, file.code(), task.row().id(), said, op(1)));
        refused(Problem.Kind.NOT_NOW, () -> activities.miss(wanjiru, file.code(), later.row().id(), said, op(1)));
        activities.miss(wanjiru, file.code(), passed.row().id(), said, op(1));
        assertThat(one(passed).row().state()).isEqualTo(Activity.State.MISSED);
    }

    @Test
    void what_was_done_is_taken_back_by_the_same_person_unless_something_after_it_is_done() {
        var letter = plan(wanjiru, "task", 3);
        var visit = plan(wanjiru, planned("visit", 4, letter.row().id().toString(), ""));
        complete(wanjiru, letter, "done", "");
        refused(Problem.Kind.NOT_NOW, () -> activities.undo(leila, file.code(), letter.row().id(), op(2)));
        activities.undo(wanjiru, file.code(), letter.row().id(), op(2));
        assertThat(one(letter).row().state()).isEqualTo(Activity.State.PLANNED);
        activities.complete(wanjiru, file.code(), letter.row().id(), done("done", ""), op(3));
        complete(wanjiru, visit, "seen", "");
        refused(Problem.Kind.NOT_NOW, () -> activities.undo(wanjiru, file.code(), letter.row().id(), op(4)));
    }

    @Test
    void whoever_comes_second_is_told_that_it_changed() {
        var task = plan(wanjiru, "task", 3);
        complete(wanjiru, task, "done", "");
        refused(Problem.Kind.STALE, () -> activities.cancel(leila, file.code(), task.row().id(), new EndActivity("client_asked", ""), op(1)));
    }

    @Test
    void work_is_given_only_to_colleagues_who_may_do_it_there() {
        refused(Problem.Kind.NOT_FOUND, () -> plan(wanjiru, planned("task", 3, "", town.tomasz.id().toString())));
        refused(Problem.Kind.NOT_FOUND, () -> plan(wanjiru, planned("task", 3, "", town.sushila.id().toString())));
        assertThat(plan(wanjiru, planned("task", 3, "", town.leila.id().toString())).row().assignee()).isEqualTo(town.leila.id());
    }

    private OpenedActivity plan(Actor actor, String kind, int days) {
        return plan(actor, planned(kind, days, "", ""));
    }

    private OpenedActivity plan(Actor actor, PlanActivity said) {
        var path = activities.plan(actor, file.code(), said, op(0));
        return plans.one(wanjiru, file, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    }

    private PlanActivity planned(String kind, int days, String after, String assignee) {
        return new PlanActivity(kind, "Bring the letter", "", in(days), "", assignee, "", after, "");
    }

    private void complete(Actor actor, OpenedActivity activity, String result, String override) {
        activities.complete(actor, file.code(), activity.row().id(), done(result, override), op(activity.row().version()));
    }

    private static CompleteActivity done(String result, String override) {
        return new CompleteActivity("", "now", "", "", result, "", override, "", "", "", "", "");
    }

    private OpenedActivity one(OpenedActivity activity) {
        return plans.one(leila, file, activity.row().id());
    }

    private OpenedActivity ofKind(Activity.Kind kind, Activity.State state) {
        return plans.ofCase(wanjiru, file).stream()
                .filter(one -> one.row().kind() == kind && one.row().state() == state)
                .findFirst()
                .orElseThrow();
    }

    private List<OpenedActivity> calls() {
        return plans.ofCase(wanjiru, file).stream().filter(one -> one.words().title().equals("Bring the letter")).toList();
    }

    private String in(int days) {
        return LocalDate.now(wanjiru.zone()).plusDays(days).toString();
    }

    private static Op op(int base) {
        return new Op(Id.next(), base, new byte[] {(byte) base});
    }

    private static void refused(Problem.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
