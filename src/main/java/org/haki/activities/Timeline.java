package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.activities.StepMark.Base;
import org.haki.cases.CaseType.Step;
import org.haki.cases.Offset;
import org.haki.kernel.Id;

/**
 * What a case's plan should hold by the timeline of its type, compared with what it holds: which steps are to be planned,
 * dated anew, or taken away. It knows no database and no clock of its own.
 */
final class Timeline {

    /** Why something is taken away that the timeline itself had planned. */
    static final String NO_LONGER = "no_longer_applies";

    /** Why something is done that nobody wrote down as done. */
    static final String ANSWERED = "answered";

    /** What the case is like: conditions, dates and rows of its sheet. */
    interface Facts {
        boolean holds(String condition, String each, String row);

        /** A day, a moment, or {@code null}. */
        Object date(String question, String each, String row);

        List<String> rows(String each);
    }

    /** Something to do to the plan. */
    sealed interface Change {}

    /** Plan this step; {@code place} is that of its row, or {@code null}, {@code waitsFor} what must be done before, or {@code null}. */
    record Create(UUID id, Step step, StepMark mark, Integer place, Due due, UUID waitsFor) implements Change {}

    /** Date it anew, since what it hangs on moved. */
    record Redate(Activity activity, StepMark mark, Due due) implements Change {}

    /** Take it away: its condition holds no more. */
    record Withdraw(Activity activity) implements Change {}

    /** It waits no longer for what will never be done. */
    record Release(Activity activity, UUID waitedFor) implements Change {}

    /** It is done: the answers say so, and when. */
    record Settle(Activity activity, Instant at) implements Change {}

    /** The answers that made it done say so no more. */
    record Unsettle(Activity activity) implements Change {}

    private final List<Step> steps;
    private final Facts facts;
    private final TimelineMoment moment;
    private final Map<String, List<Activity>> turns;
    private final Map<UUID, Activity> byId = new HashMap<>();
    private final Map<String, Created> created = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /** What was planned in this run, for the steps that hang on it. */
    private record Created(UUID id, Due due) {}

    private Timeline(List<Step> steps, Facts facts, TimelineMoment moment, List<Activity> plan) {
        this.steps = steps;
        this.facts = facts;
        this.moment = moment;
        plan.forEach(one -> byId.put(one.id(), one));
        var replaced = plan.stream().map(Activity::movedFrom).collect(Collectors.toSet());
        this.turns = plan.stream()
                .filter(one -> one.mark().isStep() && !one.reason().equals(NO_LONGER) && !replaced.contains(one.id()))
                .collect(Collectors.groupingBy(one -> place(one.mark().key(), one.mark().row())));
        turns.values().forEach(list -> list.sort(Comparator.comparing(one -> one.mark().turn())));
    }

    /** What is to be done, in the order in which it can be done. */
    static List<Change> changes(List<Step> steps, Facts facts, TimelineMoment moment, List<Activity> plan) {
        var timeline = new Timeline(steps, facts, moment, plan);
        timeline.goneRows();
        timeline.ordered().forEach(timeline::follow);
        return timeline.changes;
    }

    /** Each step after the one that it hangs on. */
    private List<Step> ordered() {
        var byKey = new HashMap<String, Step>();
        steps.forEach(step -> byKey.put(step.key(), step));
        return steps.stream().sorted(Comparator.comparing(step -> depth(step, byKey))).toList();
    }

    private static int depth(Step step, Map<String, Step> byKey) {
        int depth = 0;
        for (var here = step; here != null && here.step() != null && depth <= byKey.size(); here = byKey.get(here.step())) {
            depth++;
        }
        return depth;
    }

    private void follow(Step step) {
        for (var row : step.each().isEmpty() ? List.of("") : facts.rows(step.each())) {
            var before = turns.getOrDefault(place(step.key(), row), List.of());
            boolean wanted = facts.holds(step.when(), step.each(), row);
            if (before.isEmpty()) {
                begin(step, row, wanted);
            } else if (before.getLast().planned() && (wanted || step.hard()) && isAnswered(step, row)) {
                settle(step, row, before);
            } else if (before.getLast().planned()) {
                keep(step, row, before, wanted);
            } else if (wanted && moment.closing() == null && wasAnswered(step, before.getLast()) && !isAnswered(step, row)) {
                unsettle(before);
            } else if (wanted && goesOn(step, row)) {
                again(step, before.getLast());
            }
        }
    }

    private boolean isAnswered(Step step, String row) {
        return !step.doneWhen().isEmpty() && facts.holds(step.doneWhen(), step.each(), row);
    }

    private static boolean wasAnswered(Step step, Activity last) {
        return !step.doneWhen().isEmpty() && last.state() == Activity.State.DONE && last.reason().equals(ANSWERED);
    }

    private void settle(Step step, String row, List<Activity> before) {
        var last = before.removeLast();
        var said = step.doneAt().isEmpty() ? null : facts.date(step.doneAt().substring(Step.FIELD.length()), step.each(), row);
        var at = moment.past(said);
        changes.add(new Settle(last, at));
        before.add(last.answered(at, null, moment.now()));
    }

    private void unsettle(List<Activity> before) {
        var last = before.removeLast();
        changes.add(new Unsettle(last));
        before.add(last.undone(moment.day(last.doneAt())));
    }

    private void begin(Step step, String row, boolean wanted) {
        var anchor = anchor(step, row);
        if (!wanted || anchor == null || moment.closing() != null && !step.after().equals(Step.CLOSING)) {
            return;
        }
        var due = moment.born(moment.due(anchor.base(), step.offset()));
        var fresh = new Created(Id.next(), due);
        var mark = new StepMark(step.key(), row, 1, anchor.base(), false, step.survives());
        changes.add(new Create(fresh.id(), step, mark, placeOf(step, row), due, anchor.waitsFor()));
        created.put(place(step.key(), row), fresh);
    }

    private void keep(Step step, String row, List<Activity> before, boolean wanted) {
        var last = before.getLast();
        boolean repeated = before.size() > 1;
        var anchor = repeated ? afterTurn(step, before.get(before.size() - 2)) : anchor(step, row);
        boolean ends = repeated && !step.until().isEmpty() && facts.holds(step.until(), step.each(), row);
        if (repeated && before.get(before.size() - 2).planned()) {   // what it followed was taken back
            withdraw(before);
            keep(step, row, before, wanted);
            return;
        }
        if (!wanted || anchor == null || ends || endsWithCase(step)) {
            if (!step.hard()) {
                withdraw(before);
            }
            return;
        }
        if (waitsInVain(step, last, anchor)) {
            changes.add(new Release(last, last.waitsFor()));
        }
        if (!last.mark().byHand() && last.mark().movedFrom(anchor.base())) {
            var due = moment.born(moment.due(anchor.base(), repeated ? step.every() : step.offset()));
            boolean stays = last.hard() && !moment.supervised() && due.putsOff(last);
            var redate = new Redate(last, last.mark().from(anchor.base()), stays ? new Due(last.dueOn(), last.dueAt()) : due);
            changes.add(redate);
            before.set(before.size() - 1, last.due(redate.due()).marked(redate.mark(), last.required()));
        }
    }

    /** Whether it waits for a time of its anchor step that will never be done: cancelled, missed, or taken away. */
    private boolean waitsInVain(Step step, Activity last, Anchor anchor) {
        var before = byId.get(last.waitsFor());
        return before != null && before.mark().key().equals(step.step()) && !before.id().equals(anchor.waitsFor());
    }

    /** What repeats ends when the case leaves open; so nobody has to settle it by hand. */
    private boolean endsWithCase(Step step) {
        return moment.closing() != null && step.every() != null && !step.required();
    }

    private boolean goesOn(Step step, String row) {
        return step.every() != null && moment.closing() == null
                && (step.until().isEmpty() || !facts.holds(step.until(), step.each(), row));
    }

    private void again(Step step, Activity last) {
        var anchor = afterTurn(step, last);
        var mark = new StepMark(step.key(), last.mark().row(), last.mark().turn() + 1, anchor.base(), false, step.survives());
        changes.add(new Create(Id.next(), step, mark, placeOf(step, mark.row()), moment.born(moment.due(anchor.base(), step.every())), last.state() == Activity.State.DONE ? last.id() : null));
    }

    /** Rows that are there no more take their planned steps with them, unless those are hard. */
    private void goneRows() {
        for (var step : steps) {
            if (!step.each().isEmpty()) {
                var rows = facts.rows(step.each());
                List.copyOf(turns.values()).stream()
                        .filter(list -> list.getLast().mark().key().equals(step.key()) && !rows.contains(list.getLast().mark().row()))
                        .filter(list -> list.getLast().planned() && !step.hard())
                        .forEach(this::withdraw);
            }
        }
    }

    /** The last turn is taken away; what hangs on it sees so at once. */
    private void withdraw(List<Activity> before) {
        var last = before.removeLast();
        changes.add(new Withdraw(last));
        if (before.isEmpty()) {
            turns.remove(place(last.mark().key(), last.mark().row()));
        }
    }

    /**
     * What a step hangs on, as it stands.
     *
     * @param base     from when its date is reckoned; {@code null} while that is not known
     * @param waitsFor what must be done before, or {@code null}
     */
    private record Anchor(Base base, UUID waitsFor) {}

    private Anchor anchor(Step step, String row) {
        if (step.after().equals(Step.OPENED)) {
            return new Anchor(moment.base(moment.opened(), step.offset()), null);
        }
        if (step.after().equals(Step.CLOSING)) {
            return moment.closing() == null ? null : new Anchor(moment.base(moment.closing(), step.offset()), null);
        }
        if (step.field() != null) {
            return switch (facts.date(step.field(), step.each(), row)) {
                case LocalDate day -> new Anchor(new Base(day, null), null);
                case Instant instant -> new Anchor(new Base(moment.day(instant), instant), null);
                case null, default -> null;
            };
        }
        return afterStep(step, row);
    }

    private Anchor afterStep(Step step, String row) {
        var place = turns.containsKey(place(step.step(), row)) || created.containsKey(place(step.step(), row))
                ? place(step.step(), row) : place(step.step(), "");
        if (created.containsKey(place)) {
            var due = created.get(place).due();
            boolean unknown = step.done() && step.hard();
            return new Anchor(unknown ? null : Base.of(due.on(), due.at()), step.done() ? created.get(place).id() : null);
        }
        var other = turns.getOrDefault(place, List.of()).stream().findFirst().orElse(null);
        if (other == null) {
            return null;
        }
        var planned = Base.of(other.dueOn(), other.dueAt());
        if (!step.done()) {
            return new Anchor(planned == null && other.doneAt() != null ? moment.base(other.doneAt(), step.offset()) : planned, null);
        }
        return switch (other.state()) {
            case DONE -> new Anchor(moment.base(other.doneAt(), step.offset()), other.id());
            case PLANNED -> new Anchor(step.hard() ? null : planned, other.id());
            case MISSED, CANCELLED -> new Anchor(planned == null ? standing(turns.get(place(step.key(), row))) : planned, null);
        };
    }

    private Anchor afterTurn(Step step, Activity turn) {
        var on = turn.doneAt() != null ? moment.base(turn.doneAt(), step.every()) : Base.of(turn.dueOn(), null);
        return new Anchor(on == null ? standing(turns.get(place(step.key(), turn.mark().row()))) : on, null);
    }

    /** Where nothing says from when to reckon: from when it was reckoned before, else from today. */
    private Base standing(List<Activity> before) {
        boolean reckoned = before != null && before.getLast().planned() && before.getLast().mark().base() != null;
        return reckoned ? before.getLast().mark().base() : new Base(moment.today(), null);
    }

    private Integer placeOf(Step step, String row) {
        return step.each().isEmpty() ? null : facts.rows(step.each()).indexOf(row) + 1;
    }

    private static String place(String step, String row) {
        return step + " " + row;
    }
}
