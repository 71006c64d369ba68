package org.haki.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseLeads;
import org.haki.cases.CaseStatus;
import org.haki.cases.CaseType;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.messages.Outbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts things into the plan of a case; always inside a deed that holds the plan's lock. */
@Component
class Planner {

    private final Audit audit;
    private final Staff staff;
    private final ActivityRepository activities;
    private final OrderRepository orders;
    private final ActivitySeal seal;
    private final ActivityNews news;
    private final Outbox outbox;
    private final ObjectProvider<CaseLeads> leads;
    private final Clock clock;

    Planner(Audit audit, Staff staff, ActivityRepository activities, OrderRepository orders, ActivitySeal seal,
            ActivityNews news, Outbox outbox, ObjectProvider<CaseLeads> leads, Clock clock) {
        this.audit = audit;
        this.staff = staff;
        this.activities = activities;
        this.orders = orders;
        this.seal = seal;
        this.news = news;
        this.outbox = outbox;
        this.leads = leads;
        this.clock = clock;
    }

    /** What somebody plans. */
    Activity plan(Actor actor, CaseFile file, PlanActivity said) {
        Unfit.unlessEmpty(said.errors(LocalDate.ofInstant(clock.instant(), actor.zone())));
        var words = new ActivityWords(said.title(), "", said.place(), "", "", false);
        var mine = fresh(actor, file, said.ofKind(), words, actor.person(), Due.of(said.day(), said.hour(), actor.zone()));
        var planned = given(actor, file, mine, said.assignee())
                .placed(said.isHard(), Text.blank(said.from()) ? null : known(file, said.from()), null);
        put(actor, file, planned);
        putAfter(file, planned.id(), said.after());
        tell(actor, file, planned);
        return planned;
    }

    /** What Haki plans by itself: the title is a key, read in each reader's own language. */
    Activity planOwn(Actor actor, CaseFile file, Activity.Kind kind, String template, UUID assignee, Due due) {
        var words = new ActivityWords("", template, "", "", "", false);
        var planned = fresh(actor, file, kind, words, assignee, due);
        put(actor, file, planned);
        return planned;
    }

    /**
     * A step of the timeline; the title is what its type calls it, in each language. What the owner would have to do is
     * for whoever leads the case.
     */
    void planStep(Actor actor, CaseFile file, Timeline.Create create, UUID assignee, boolean owners) {
        var step = create.step();
        var words = ActivityWords.step(step.label().byLanguage(), create.place());
        var planned = Activity.planned(create.id(), file.id(), Activity.Kind.of(step.kind()), seal.seal(file, create.id(), words), assignee,
                        clock.instant(), actor.person())
                .due(create.due())
                .placed(step.hard(), null, null)
                .marked(create.mark(), step.required());
        put(actor, file, owners ? forLead(actor, file, planned) : planned);
        if (create.waitsFor() != null) {
            orders.insert(create.waitsFor(), planned.id());
        }
    }

    /** The plan, each step of a repeat under the number that its row has now. */
    List<Activity> numbered(CaseFile file, CaseType type, Timeline.Facts facts, List<Activity> plan) {
        boolean moved = false;
        for (var one : plan) {
            var step = one.planned() && !one.mark().row().isEmpty() ? type.step(one.mark().key()) : null;
            int place = step == null || step.each().isEmpty() ? 0 : facts.rows(step.each()).indexOf(one.mark().row()) + 1;
            var words = place == 0 ? null : seal.open(file, one).words();
            if (words != null && !Objects.equals(words.row(), place)) {
                activities.update(one.with(seal.seal(file, one.id(), words.ofRow(place))));
                moved = true;
            }
        }
        return moved ? activities.ofCase(file.id()) : plan;
    }

    /** What came with the case from another organisation. */
    void planCarried(Actor actor, CaseFile file, CarriedPlan.Step step, UUID assignee) {
        put(actor, file, fresh(actor, file, step.kind(), step.words().anew(), assignee, new Due(step.dueOn(), step.dueAt())).placed(step.hard(), null, null));
    }

    /** The appointment at another time: a new one, and the old one ended with the reason for the move. */
    Activity moveAppointment(Actor actor, CaseFile file, Activity old, ChangeActivity said) {
        var now = clock.instant();
        boolean passed = old.passed(LocalDate.ofInstant(now, actor.zone()), now);
        var ended = old.ended(passed ? Activity.State.MISSED : Activity.State.CANCELLED, said.reason());
        if (activities.update(ledBy(actor, ended)) == 0) {
            throw Problem.stale();
        }
        var kept = seal.open(file, old).words().anew();
        var again = fresh(actor, file, old.kind(), kept, old.assignee(), Due.of(said.day(), said.hour(), actor.zone()));
        var moved = ledBy(actor, old.assigneeOrg() == null ? again : again.givenToLead(old.assigneeOrg()))
                .placed(old.hard(), old.grownFrom(), old.id())
                .marked(old.mark().setByHand(), old.required());
        put(actor, file, moved);
        orders.handOver(old.id(), moved.id());
        putAfter(file, moved.id(), said.after());
        audit.note("activity.moved", old.id(), said.reason());
        return moved;
    }

    /** From now on it waits for this one thing, or for nothing. */
    void putAfter(CaseFile file, UUID activity, String after) {
        orders.clearBefore(activity);
        if (Text.blank(after)) {
            return;
        }
        var edge = new ActivityOrder.Edge(known(file, after), activity);
        boolean cycle = ActivityOrder.closesCycle(orders.ofCase(file.id()), edge);
        Unfit.unlessEmpty(new Errors().unless(!cycle, "after", "PlanActivity.afterItself"));
        orders.insert(edge.before(), edge.after());
    }

    /**
     * Gives it to whom the form says: a colleague who may work in this case's office, or the organisation that leads the
     * case; left empty it stays whose it is. What a lead plans or changes is its own.
     */
    Activity given(Actor actor, CaseFile file, Activity activity, String to) {
        if (actor.window() != null || Text.blank(to)) {
            return ledBy(actor, activity);
        }
        var id = Id.of(to);
        boolean isLead = leads.stream().flatMap(each -> each.of(actor, file).stream()).anyMatch(lead -> lead.org().equals(id));
        return isLead ? activity.givenToLead(id) : activity.given(colleague(actor, file, id));
    }

    /** What somebody at a window writes in the plan is of the organisation that leads; what the owner's people settle is theirs. */
    Activity ledBy(Actor actor, Activity activity) {
        if (actor.window() != null) {
            return activity.givenToLead(actor.window().org());
        }
        return activity.planned() || activity.assigneeOrg() == null ? activity : activity.given(activity.assignee());
    }

    private Activity forLead(Actor actor, CaseFile file, Activity planned) {
        boolean mayBeLed = file.status() == CaseStatus.OPEN || file.status() == CaseStatus.CLOSING;
        return !mayBeLed ? planned : leads.stream().flatMap(each -> each.of(actor, file).stream()).findFirst()
                .map(lead -> planned.givenToLead(lead.org()))
                .orElse(planned);
    }

    private UUID colleague(Actor actor, CaseFile file, UUID person) {
        return staff.able(actor, file.office(), "activity.write").stream()
                .map(Colleague::id)
                .filter(person::equals)
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** Whoever was given something to do by somebody else is told so. */
    void tell(Actor actor, CaseFile file, Activity activity) {
        if (activity.assignee() != null && !actor.is(activity.assignee())) {
            var path = file.path() + "/activities/" + activity.id();
            outbox.tell(actor.org(), List.of(activity.assignee()), "activity_assigned", file.code(), path);
        }
    }

    private Activity fresh(Actor actor, CaseFile file, Activity.Kind kind, ActivityWords words, UUID assignee, Due due) {
        var id = Id.next();
        return Activity.planned(id, file.id(), kind, seal.seal(file, id, words), assignee, clock.instant(), actor.person())
                .due(due);
    }

    private void put(Actor actor, CaseFile file, Activity activity) {
        activities.insert(activity);
        audit.note("activity.planned", activity.id(), activity.kind().key());
        news.planned(actor, file, activity);
    }

    private UUID known(CaseFile file, String id) {
        return activities.find(file.id(), Id.of(id)).orElseThrow(Problem::notFound).id();
    }
}
