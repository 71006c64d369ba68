package org.haki.activities;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.haki.audit.Audit;
import org.haki.cases.CaseType.Step;
import org.haki.cases.Labels;
import org.haki.cases.UpgradeLine;
import org.haki.cases.UpgradeLine.Fate;
import org.haki.cases.UpgradeLine.Kind;
import org.haki.cases.UpgradePart;
import org.haki.cases.Upgrading;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The plan of a case that is brought to a newer version of its type, after its sheet was: what is done stays done under the step's
 * new name, what is planned is planned as the newer timeline wants it, and what that has no more is taken away unless it is hard.
 */
@Component
@Order(2)
class CarriedSteps implements UpgradePart {

    private final Audit audit;
    private final ActivityRepository activities;
    private final StepRepository steps;
    private final ActivitySeal seal;
    private final Timelines timelines;

    CarriedSteps(Audit audit, ActivityRepository activities, StepRepository steps, ActivitySeal seal, Timelines timelines) {
        this.audit = audit;
        this.activities = activities;
        this.steps = steps;
        this.seal = seal;
        this.timelines = timelines;
    }

    @Override
    public List<UpgradeLine> foresee(Actor actor, Upgrading upgrading) {
        var lines = new LinkedHashMap<String, UpgradeLine>();
        var places = new HashSet<String>();
        for (var one : activities.ofCase(upgrading.before().id())) {
            var key = one.mark().key();
            if (one.planned() && one.mark().isStep()) {
                var next = next(upgrading, key);
                boolean taken = next != null && !places.add(next.key() + " " + one.mark().row());
                lines.merge(key, line(upgrading, one, next, taken), (some, other) -> some.fate().compareTo(other.fate()) >= 0 ? some : other);
            }
        }
        var all = new ArrayList<>(lines.values());
        var known = upgrading.from().timeline().stream().map(step -> next(upgrading, step.key())).filter(Objects::nonNull).toList();
        upgrading.to().timeline().stream().filter(step -> !known.contains(step))
                .forEach(step -> all.add(UpgradeLine.of(Kind.STEP, step.label().byLanguage(), Fate.FRESH)));
        return all;
    }

    private static UpgradeLine line(Upgrading upgrading, Activity planned, Step next, boolean taken) {
        var before = upgrading.from().step(planned.mark().key());
        var label = (before == null ? new Labels(Map.of("en", planned.mark().key())) : before.label()).byLanguage();
        if (next == null) {
            return UpgradeLine.of(Kind.STEP, label, planned.hard() ? Fate.KEPT : Fate.LET_GO);
        }
        var fate = taken ? Fate.TAKEN : next.key().equals(planned.mark().key()) && next.label().byLanguage().equals(label) ? Fate.KEPT : Fate.RENAMED;
        return new UpgradeLine(Kind.STEP, label, next.label().byLanguage(), fate);
    }

    @Override
    public void bring(Actor actor, Upgrading upgrading, Op op) {
        var file = upgrading.after();
        activities.lockPlan(file.id());
        var plan = activities.ofCase(file.id()).stream().filter(one -> one.mark().isStep()).toList();
        plan.stream().filter(one -> one.planned() && !one.hard() && next(upgrading, one.mark().key()) == null).forEach(this::withdraw);
        steps.rename(file.id(), names(upgrading, plan));
        var moved = plan.stream().map(one -> one.mark().key()).distinct().map(key -> new Moved(upgrading.from().step(key), next(upgrading, key)))
                .filter(one -> one.now() != null).collect(Collectors.toMap(one -> one.now().key(), one -> one, (one, _) -> one));
        moved.values().forEach(one -> steps.mark(file.id(), one.now().key(), one.now().required(), one.now().hard(), one.now().survives()));
        for (var one : activities.ofCase(file.id())) {
            var step = one.planned() ? moved.get(one.mark().key()) : null;
            if (step != null) {
                anew(upgrading, one, step);
            }
        }
        timelines.followAnew(actor, file);
    }

    private record Moved(Step before, Step now) {}

    /** Called as the newer version calls it, and dated anew where that dates it otherwise; but what is hard or was set by hand stays. */
    private void anew(Upgrading upgrading, Activity one, Moved step) {
        var words = seal.open(upgrading.after(), one).words();
        var called = one.with(seal.seal(upgrading.after(), one.id(), words.called(step.now().label().byLanguage())));
        boolean stays = one.hard() || one.mark().byHand() || step.before() == null || sameDate(upgrading, step);
        save(stays ? called : called.marked(one.mark().from(null), one.required()));
    }

    private static boolean sameDate(Upgrading upgrading, Moved step) {
        var before = step.before();
        var now = step.now();
        var after = before.field() != null ? Step.FIELD + upgrading.names().question(before.field())
                : before.step() != null ? upgrading.names().step(before.step()) : before.after();
        return now.after().equals(after) && now.done() == before.done() && now.offset().equals(before.offset())
                && Objects.equals(now.every(), before.every());
    }

    /** What has no place in the newer timeline loses its mark only where its name is another step's there. */
    private static Map<String, String> names(Upgrading upgrading, List<Activity> plan) {
        var names = new LinkedHashMap<String, String>();
        plan.stream().map(one -> one.mark().key()).distinct().forEach(key -> {
            var next = next(upgrading, key);
            if (next != null || upgrading.to().step(key) != null) {
                names.put(key, next == null ? "" : next.key());
            }
        });
        names.entrySet().removeIf(name -> name.getKey().equals(name.getValue()));
        return names;
    }

    private static Step next(Upgrading upgrading, String key) {
        var name = upgrading.names().step(key);
        return name == null ? null : upgrading.to().step(name);
    }

    private void withdraw(Activity gone) {
        save(gone.ended(Activity.State.CANCELLED, Timeline.NO_LONGER));
        audit.note("activity.cancelled", gone.id(), Timeline.NO_LONGER);
    }

    private void save(Activity activity) {
        if (activities.update(activity) == 0) {
            throw Problem.stale();
        }
    }
}
