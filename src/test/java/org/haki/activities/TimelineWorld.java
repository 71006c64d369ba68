package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.haki.cases.CaseType.Step;
import org.haki.vault.Sealed;

/** A case in memory: what is true in it, and its plan. */
final class TimelineWorld implements Timeline.Facts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    private static final Instant BEGIN = Instant.parse("2026-03-01T20:30:00Z");
    private static final Sealed WORDS = Sealed.of(new byte[] {1});
    private static final UUID CASE = UUID.randomUUID();

    private final List<Step> steps;
    private final Set<String> hold = new HashSet<>();
    private final Map<String, LocalDate> days = new HashMap<>();
    private final List<String> rows = new ArrayList<>();
    private final Map<UUID, Activity> plan = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> before = new HashMap<>();
    private final Map<UUID, LocalDate> dated = new HashMap<>();
    private Map<UUID, Activity> was = Map.of();
    private Instant now = BEGIN;
    private Instant closing;
    private int fresh;

    TimelineWorld(List<Step> steps) {
        this.steps = steps;
    }

    @Override
    public boolean holds(String condition, String each, String row) {
        return condition.isEmpty() || hold.contains(condition);
    }

    @Override
    public Object date(String question, String each, String row) {
        return days.get(question + row);
    }

    @Override
    public List<String> rows(String each) {
        return List.copyOf(rows);
    }

    void happen(AnyTimelineTest.Event event) {
        was = new LinkedHashMap<>(plan);
        switch (event.what()) {
            case 0 -> toggle("a");
            case 1 -> toggle("b");
            case 2 -> toggle("until");
            case 3 -> now = now.plus(Duration.ofHours(Math.abs(event.how()) * 20L));
            case 4 -> rows.add("r" + fresh++);
            case 5 -> {
                if (!rows.isEmpty()) {
                    rows.remove(event.which() % rows.size());
                }
            }
            case 6 -> setDay(event);
            case 7 -> closing = closing == null ? now : null;
            default -> onOne(event);
        }
    }

    private void toggle(String condition) {
        if (!hold.remove(condition)) {
            hold.add(condition);
        }
    }

    private void setDay(AnyTimelineTest.Event event) {
        var key = "day" + (rows.isEmpty() || event.which() % 2 == 0 ? "" : rows.get(event.which() % rows.size()));
        if (event.how() == 0) {
            days.remove(key);
        } else {
            days.put(key, LocalDate.ofInstant(now, ZONE).plusDays(event.how()));
        }
    }

    private void onOne(AnyTimelineTest.Event event) {
        var planned = plan.values().stream().filter(Activity::planned).toList();
        var settled = plan.values().stream().filter(one -> one.state() == Activity.State.DONE).toList();
        if (event.what() == 12 && !settled.isEmpty()) {
            var one = settled.get(event.which() % settled.size());
            boolean later = plan.values().stream().anyMatch(other -> before.getOrDefault(other.id(), Set.of()).contains(one.id())
                    && other.state() == Activity.State.DONE);
            if (!later && uniqueAgain(one)) {
                put(one.undone(LocalDate.ofInstant(one.doneAt(), ZONE)));
            }
            return;
        }
        if (planned.isEmpty()) {
            return;
        }
        var one = planned.get(event.which() % planned.size());
        switch (event.what()) {
            case 8, 9 -> put(one.done("done", "", one.blocked() ? "urgent" : "", now, UUID.randomUUID(), now));
            case 10 -> put(one.ended(Activity.State.CANCELLED, "client_asked"));
            default -> {
                if (!one.hard() || event.supervised()) {
                    put(one.due(new Due(LocalDate.ofInstant(now, ZONE).plusDays(Math.abs(event.how())), null)).marked(one.mark().setByHand(), one.required()));
                }
            }
        }
    }

    /** What people may undo: never a turn after which another one is settled. */
    private boolean uniqueAgain(Activity one) {
        return plan.values().stream().filter(other -> other.mark().is(one.mark().key(), one.mark().row()))
                .noneMatch(other -> other.mark().turn() > one.mark().turn() && !other.planned() && !gone(other));
    }

    void follow(boolean supervised) {
        var changes = changes(supervised);
        changes.forEach(this::apply);
        assertThat(changes(supervised)).as("once is enough").isEmpty();
    }

    private List<Timeline.Change> changes(boolean supervised) {
        var moment = new TimelineMoment(BEGIN, closing, "normal", now, ZONE, supervised);
        return Timeline.changes(steps, this, moment, plan.values().stream().map(this::waiting).toList());
    }

    private void apply(Timeline.Change change) {
        switch (change) {
            case Timeline.Create create -> {
                put(Activity.planned(create.id(), CASE, Activity.Kind.TASK, WORDS, null, now, null).due(create.due())
                        .placed(create.step().hard(), null, null).marked(create.mark(), create.step().required()));
                dated.put(create.id(), today());
                if (create.waitsFor() != null) {
                    assertThat(plan).as("what comes before is there").containsKey(create.waitsFor());
                    before.computeIfAbsent(create.id(), _ -> new LinkedHashSet<>()).add(create.waitsFor());
                }
            }
            case Timeline.Redate redate -> {
                if (!redate.activity().hard() || !Objects.equals(redate.due(), new Due(redate.activity().dueOn(), redate.activity().dueAt()))) {
                    dated.put(redate.activity().id(), today());
                }
                put(redate.activity().due(redate.due()).marked(redate.mark(), redate.activity().required()));
            }
            case Timeline.Withdraw withdraw -> put(withdraw.activity().ended(Activity.State.CANCELLED, Timeline.NO_LONGER));
            case Timeline.Settle settle -> put(settle.activity().answered(settle.at(), null, now));
            case Timeline.Unsettle unsettle -> put(unsettle.activity().undone(today()));
            case Timeline.Release release -> before.get(release.activity().id()).remove(release.waitedFor());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    private void put(Activity one) {
        plan.put(one.id(), waiting(one));
    }

    private Activity waiting(Activity one) {
        var first = before.getOrDefault(one.id(), Set.of()).stream().filter(id -> plan.get(id).state() != Activity.State.DONE).findFirst();
        return new Activity(one.id(), one.caseId(), one.kind(), one.state(), one.sealed(), one.dueOn(), one.dueAt(), one.hard(),
                one.required(), one.assignee(), one.assigneeOrg(), one.service(), one.result(), one.reason(), one.doneAt(), one.doneBy(),
                one.recordedAt(), one.grownFrom(), one.movedFrom(), one.mark(), first.orElse(null), first.isPresent() ? WORDS : null,
                one.createdAt(), one.createdBy(), one.version());
    }

    private boolean gone(Activity one) {
        return one.reason().equals(Timeline.NO_LONGER);
    }

    void check(boolean supervised) {
        for (var step : steps) {
            for (var row : step.each().isEmpty() ? List.of("") : rows) {
                checkTurns(step, row);
            }
            hardAndHand(step, supervised);
        }
        before.forEach((after, those) -> those.forEach(first -> {
            var edges = new HashSet<ActivityOrder.Edge>();
            before.forEach((a, list) -> list.forEach(b -> edges.add(new ActivityOrder.Edge(b, a))));
            var edge = new ActivityOrder.Edge(first, after);
            edges.remove(edge);
            assertThat(ActivityOrder.closesCycle(edges, edge)).as("A2: no circle").isFalse();
        }));
    }

    private void checkTurns(Step step, String row) {
        var turns = plan.values().stream().filter(one -> one.mark().is(step.key(), row) && !gone(one)).toList();
        var planned = turns.stream().filter(Activity::planned).toList();
        assertThat(planned).as("A8: one planned at a time of " + step).hasSizeLessThanOrEqualTo(1);
        assertThat(turns.stream().map(one -> one.mark().turn()).distinct().count()).as("A8: each turn once").isEqualTo(turns.size());
        boolean wanted = hold.contains(step.when()) || step.when().isEmpty();
        if (!wanted && !step.hard()) {
            assertThat(planned).as("A6: nothing without its condition").isEmpty();
        }
        if (turns.isEmpty()) {
            boolean mayBegin = wanted && hangsOnSomething(step, row) && (closing == null || step.after().equals(Step.CLOSING));
            assertThat(mayBegin).as("A6: planned once its condition holds: " + step + row).isFalse();
        }
        for (var one : planned) {
            if (one.mark().turn() > 1) {
                assertThat(turns.stream().filter(other -> other.mark().turn() < one.mark().turn())).as("A8: the last is final")
                        .isNotEmpty().noneMatch(Activity::planned);
                assertThat(step.hard() || !hold.contains("until") && (closing == null || step.required())).as("A8: it ends").isTrue();
            }
            boolean due = one.mark().byHand() || step.hard() || one.dueOn() == null || dueAsReckoned(step, row, one, turns);
            assertThat(due).as("A3: %s is due %s from %s", step, one.dueOn(), one.mark().base()).isTrue();
            assertThat(one.dueOn() == null || !one.dueOn().isBefore(dated.getOrDefault(one.id(), one.dueOn())) || one.mark().byHand())
                    .as("nothing is born overdue").isTrue();
        }
    }

    private boolean hangsOnSomething(Step step, String row) {
        if (step.after().equals(Step.OPENED)) {
            return true;
        }
        if (step.after().equals(Step.CLOSING)) {
            return closing != null;
        }
        return step.field() != null ? days.get(step.field() + row) != null : !ofAnchor(step, row).isEmpty();
    }

    private List<Activity> ofAnchor(Step step, String row) {
        var same = plan.values().stream().filter(one -> one.mark().is(step.step(), row) && !gone(one)).toList();
        return !same.isEmpty() ? same : plan.values().stream().filter(one -> one.mark().is(step.step(), "") && !gone(one)).toList();
    }

    /** A3, reckoned in the plainest way: the day it hangs on and the distance, or the day it was reckoned where that is later. */
    private boolean dueAsReckoned(Step step, String row, Activity one, List<Activity> turns) {
        boolean first = one.mark().turn() == 1;
        var offset = first ? step.offset() : step.every();
        if (offset.toTheHour() || one.dueAt() != null || one.mark().base() != null && one.mark().base().at() != null) {
            return true;   // hours are told in TimelineTest
        }
        var from = first ? from(step, row) : settled(turns.stream().filter(other -> other.mark().turn() == one.mark().turn() - 1).findFirst().orElseThrow());
        if (from == null) {
            return true;
        }
        var reckoned = from.plusDays(offset.days());
        return one.dueOn().equals(reckoned) || reckoned.isBefore(dated.get(one.id())) && one.dueOn().equals(dated.get(one.id()));
    }

    private LocalDate from(Step step, String row) {
        if (step.after().equals(Step.OPENED)) {
            return LocalDate.ofInstant(BEGIN, ZONE);
        }
        if (step.after().equals(Step.CLOSING)) {
            return LocalDate.ofInstant(closing, ZONE);
        }
        if (step.field() != null) {
            return days.get(step.field() + row);
        }
        var anchor = ofAnchor(step, row).stream().filter(other -> other.mark().turn() == 1).findFirst().orElse(null);
        return anchor == null ? null : step.done() && anchor.doneAt() != null ? LocalDate.ofInstant(anchor.doneAt(), ZONE) : anchor.dueOn();
    }

    private static LocalDate settled(Activity turn) {
        return turn.doneAt() != null ? LocalDate.ofInstant(turn.doneAt(), ZONE) : turn.dueOn();
    }

    /** A4: what is hard is put off by supervisors alone. A3: what somebody set stays. */
    private void hardAndHand(Step step, boolean supervised) {
        for (var one : plan.values()) {
            var old = was.get(one.id());
            if (one.mark().key().equals(step.key()) && old != null && old.planned() && one.planned()) {
                boolean putOff = old.dueOn() != null && (one.dueOn() == null || one.dueOn().isAfter(old.dueOn()));
                assertThat(one.hard() && putOff && !supervised).as("A4: a hard date put off").isFalse();
                if (old.mark().byHand() && one.mark().byHand() && !supervised && one.hard()) {
                    assertThat(Objects.equals(old.dueOn(), one.dueOn())).as("A3: set by hand").isTrue();
                }
            }
            if (step.hard() && one.mark().key().equals(step.key())) {
                assertThat(gone(one) && one.mark().turn() == 1).as("what is hard is not taken away").isFalse();
            }
        }
    }
}
