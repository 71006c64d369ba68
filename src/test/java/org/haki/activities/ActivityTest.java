package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.haki.activities.Activity.Kind;
import org.haki.activities.Activity.Standing;
import org.haki.activities.Activity.State;
import org.haki.vault.Sealed;
import org.junit.jupiter.api.Test;

class ActivityTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = TODAY.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    private static final UUID WANJIRU = new UUID(0, 1);
    private static final UUID MATEO = new UUID(0, 2);
    private static final Sealed WORDS = new Sealed(new byte[] {1});

    @Test
    void only_what_has_a_date_of_its_own_can_be_missed() {
        for (var kind : Kind.values()) {
            var late = due(kind, -1);
            assertThat(late.mayBeMissed(TODAY, NOW)).isEqualTo(kind == Kind.APPOINTMENT || kind == Kind.DEADLINE);
        }
        assertThat(due(Kind.APPOINTMENT, 0).mayBeMissed(TODAY, NOW)).isFalse();
    }

    @Test
    void an_appointment_whose_hour_is_over_can_be_missed_the_same_day() {
        var atTen = planned(Kind.APPOINTMENT).due(new Due(TODAY, NOW.minusSeconds(7200)));
        var atTwo = planned(Kind.APPOINTMENT).due(new Due(TODAY, NOW.plusSeconds(7200)));
        assertThat(atTen.mayBeMissed(TODAY, NOW)).isTrue();
        assertThat(atTwo.mayBeMissed(TODAY, NOW)).isFalse();
    }

    @Test
    void what_waits_for_something_else_is_not_late() {
        var waiting = waitingFor(due(Kind.TASK, -3), UUID.randomUUID());
        assertThat(waiting.overdue(TODAY)).isFalse();
        assertThat(waiting.standing(TODAY)).isEqualTo(Standing.WAITING);
    }

    @Test
    void a_hard_date_is_soon_a_week_before_and_others_a_day_before() {
        assertThat(due(Kind.DEADLINE, 7).placed(true, null, null).standing(TODAY)).isEqualTo(Standing.SOON);
        assertThat(due(Kind.DEADLINE, 8).placed(true, null, null).standing(TODAY)).isEqualTo(Standing.PLANNED);
        assertThat(due(Kind.TASK, 1).standing(TODAY)).isEqualTo(Standing.SOON);
        assertThat(due(Kind.TASK, 2).standing(TODAY)).isEqualTo(Standing.PLANNED);
    }

    @Test
    void only_who_wrote_it_down_takes_it_back_and_only_for_a_day() {
        var done = doneAt(NOW, NOW);
        assertThat(done.mayBeUndone(MATEO, NOW)).isFalse();
        assertThat(done.mayBeUndone(WANJIRU, NOW.plusSeconds(24 * 3600))).isFalse();
        assertThat(done.mayBeUndone(WANJIRU, NOW.plusSeconds(24 * 3600 - 1))).isTrue();
    }

    @Test
    void the_day_to_take_it_back_begins_when_it_was_written_down() {
        var lastWeek = doneAt(NOW.minusSeconds(7 * 24 * 3600), NOW);
        assertThat(lastWeek.mayBeUndone(WANJIRU, NOW.plusSeconds(3600))).isTrue();
    }

    @Test
    void what_was_never_planned_gets_the_day_it_was_done_when_it_is_taken_back() {
        var undone = doneAt(NOW, NOW).undone(TODAY);
        assertThat(undone.dueOn()).isEqualTo(TODAY);
        assertThat(undone.doneAt()).isNull();
        assertThat(undone.doneBy()).isNull();
        assertThat(undone.recordedAt()).isNull();
    }

    /** A7: how something stands follows from its state, its day and what it waits for; one answer on every day. */
    @Property
    void every_activity_stands_in_exactly_one_way(
            @ForAll Kind kind, @ForAll @IntRange(min = -400, max = 400) int days, @ForAll boolean hard, @ForAll boolean waits) {
        var activity = due(kind, days).placed(hard, null, null);
        if (waits) {
            activity = waitingFor(activity, UUID.randomUUID());
        }
        var standing = activity.standing(TODAY);
        assertThat(standing == Standing.WAITING).isEqualTo(activity.blocked());
        assertThat(standing == Standing.LATE).isEqualTo(!waits && days < 0);
        assertThat(activity.ended(State.CANCELLED, "other").standing(TODAY)).isEqualTo(Standing.CANCELLED);
        assertThat(activity.ended(State.CANCELLED, "other").mayBeMissed(TODAY, NOW)).isFalse();
        assertThat(activity.done("done", "", "", NOW, WANJIRU, NOW).standing(TODAY)).isEqualTo(Standing.DONE);
    }

    private static Activity planned(Kind kind) {
        return Activity.planned(UUID.randomUUID(), UUID.randomUUID(), kind, WORDS, WANJIRU, NOW.minusSeconds(86400 * 30L), WANJIRU);
    }

    private static Activity due(Kind kind, int inDays) {
        return planned(kind).due(new Due(TODAY.plusDays(inDays), null));
    }

    private static Activity doneAt(Instant at, Instant written) {
        return planned(Kind.CALL).done("reached", "", "", at, WANJIRU, written);
    }

    private static Activity waitingFor(Activity one, UUID before) {
        return new Activity(one.id(), one.caseId(), one.kind(), one.state(), one.sealed(), one.dueOn(), one.dueAt(), one.hard(),
                one.required(), one.assignee(), one.assigneeOrg(), one.service(), one.result(), one.reason(), one.doneAt(), one.doneBy(),
                one.recordedAt(), one.grownFrom(), one.movedFrom(), one.mark(), before, WORDS, one.createdAt(), one.createdBy(), one.version());
    }
}
