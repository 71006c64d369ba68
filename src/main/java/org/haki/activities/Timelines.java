package org.haki.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.access.Staff;
import org.haki.audit.Audit;
import org.haki.cases.CaseAccepted;
import org.haki.cases.CaseConditions;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseInFigures;
import org.haki.cases.CaseReopened;
import org.haki.cases.CaseStageMoved;
import org.haki.cases.CaseStatus;
import org.haki.cases.CaseType;
import org.haki.cases.CaseTypes;
import org.haki.cases.CaseVerified;
import org.haki.cases.ClosingProposed;
import org.haki.cases.ClosingWithdrawn;
import org.haki.cases.RoleTaken;
import org.haki.cases.SheetSaved;
import org.haki.cases.Teams;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps each case's plan as the timeline of its type wants it, in the transaction of whatever changed. */
@Component
class Timelines {

    private static final String SUPERVISOR = "activity.settle";

    private final CaseFiles cases;
    private final CaseTypes types;
    private final CaseConditions conditions;
    private final Teams teams;
    private final Staff staff;
    private final Audit audit;
    private final Planner planner;
    private final ActivityRepository activities;
    private final OrderRepository orders;
    private final ActivityNews news;
    private final BehindRepository behind;
    private final Clock clock;

    Timelines(CaseFiles cases, CaseTypes types, CaseConditions conditions, Teams teams, Staff staff, Audit audit, Planner planner,
            ActivityRepository activities, OrderRepository orders, ActivityNews news, BehindRepository behind, Clock clock) {
        this.cases = cases;
        this.types = types;
        this.conditions = conditions;
        this.teams = teams;
        this.staff = staff;
        this.audit = audit;
        this.planner = planner;
        this.activities = activities;
        this.orders = orders;
        this.news = news;
        this.behind = behind;
        this.clock = clock;
    }

    @EventListener
    @Order(1)
    void on(CaseAccepted news) {
        follow(news.figures());
    }

    @EventListener
    void on(CaseStageMoved news) {
        follow(news.figures());
    }

    @EventListener
    void on(SheetSaved news) {
        follow(Work.scope().actor(), cases.byId(Work.scope().actor(), news.file().id()));
    }

    @EventListener
    void on(ClosingProposed news) {
        follow(news.figures());
    }

    @EventListener
    void on(ClosingWithdrawn news) {
        follow(news.figures());
    }

    /** What a closing ends, and what it begins and may stay open, is there at its check at the latest. */
    @EventListener
    void on(CaseVerified news) {
        var actor = Work.scope().actor();
        var file = cases.byId(actor, news.figures().caseId());
        if (news.closed()) {
            change(actor, file, Timelines::fitsClosed);
            endWithCase(actor, file);
        } else {
            follow(actor, file);
        }
    }

    @EventListener
    void on(CaseReopened news) {
        follow(news.figures());
    }

    /** What was planned for the supervisor because nobody had the role goes to who has it now. */
    @EventListener
    void on(RoleTaken news) {
        var actor = Work.scope().actor();
        var file = cases.byId(actor, news.caseId());
        var steps = types.of(file).timeline().stream().filter(step -> step.role().equals(news.role())).map(CaseType.Step::key).toList();
        if (!steps.isEmpty()) {
            activities.lockPlan(file.id());
            activities.giveSteps(file.id(), steps, news.person());
        }
    }

    /** Brings the plan in line; whoever calls holds its lock, or gets it here. */
    void follow(Actor actor, CaseFile file) {
        if (file.status() == CaseStatus.OPEN || file.status() == CaseStatus.CLOSING) {
            change(actor, file, _ -> true);
        }
    }

    /** The same after its steps came to the names of a newer version of its type: what is done stays done. */
    void followAnew(Actor actor, CaseFile file) {
        change(actor, file, change -> !(change instanceof Timeline.Unsettle done && stays(done.activity())));
    }

    private boolean stays(Activity done) {
        save(done.stillDone());
        return true;
    }

    /** What came with the closing, was not needed for it and does not outlive it: nobody could settle it any more. */
    private void endWithCase(Actor actor, CaseFile file) {
        var type = types.of(file);
        if (type.plansItself() && actor.kind() != Actor.Kind.GUEST) {
            activities.ofCase(file.id()).stream()
                    .filter(one -> one.planned() && one.mark().isStep() && !one.hard() && !one.required() && !one.mark().survives())
                    .forEach(one -> apply(actor, file, type, new Timeline.Withdraw(one)));
        }
    }

    private static boolean fitsClosed(Timeline.Change change) {
        return change instanceof Timeline.Withdraw || change instanceof Timeline.Create create && create.step().survives();
    }

    private void change(Actor actor, CaseFile seen, Predicate<Timeline.Change> wanted) {
        var file = newest(actor, seen);
        var type = types.of(file);
        if (!type.plansItself()) {
            return;
        }
        if (actor.kind() == Actor.Kind.GUEST) {
            behind.fallBehind();
            return;
        }
        activities.lockPlan(file.id());
        var moment = new TimelineMoment(file.acceptedAt(), file.closingAt(), file.urgency(), clock.instant(), actor.zone(),
                actor.kind() == Actor.Kind.STAFF && actor.may(SUPERVISOR, file.office()));
        var facts = new SeenFacts(() -> conditions.see(actor, file));
        var plan = planner.numbered(file, type, facts, activities.ofCase(file.id()));
        var changes = Timeline.changes(type.timeline(), facts, moment, plan).stream().filter(wanted).toList();
        changes.forEach(change -> apply(actor, file, type, change));
        if (changes.stream().anyMatch(change -> change instanceof Timeline.Create create && !create.step().doneWhen().isEmpty())) {
            change(actor, file, wanted);   // what is planned now may be answered already
        }
    }

    /** The case as it is once its plan is locked: while this waited it may have been brought to a newer version of its type. */
    private CaseFile newest(Actor actor, CaseFile seen) {
        if (actor.kind() == Actor.Kind.GUEST || !types.hasVersions(seen.type())) {
            return seen;
        }
        activities.lockPlan(seen.id());
        return cases.byId(actor, seen.id());
    }

    private void follow(CaseInFigures figures) {
        var actor = Work.scope().actor();
        follow(actor, cases.byId(actor, figures.caseId()));
    }

    private void apply(Actor actor, CaseFile file, CaseType type, Timeline.Change change) {
        switch (change) {
            case Timeline.Create create -> {
                var role = type.role(create.step().role());
                planner.planStep(actor, file, create, assignee(actor, file, role), role.owner());
            }
            case Timeline.Redate redate -> redate(actor, redate);
            case Timeline.Withdraw withdraw -> {
                var gone = withdraw.activity();
                save(gone.ended(Activity.State.CANCELLED, Timeline.NO_LONGER));
                audit.note("activity.cancelled", gone.id(), Timeline.NO_LONGER);
            }
            case Timeline.Settle settle -> settle(actor, file, settle);
            case Timeline.Unsettle unsettle -> unsettle(actor, file, unsettle.activity());
            case Timeline.Release release -> orders.delete(release.waitedFor(), release.activity().id());
        }
    }

    private void settle(Actor actor, CaseFile file, Timeline.Settle settle) {
        var open = settle.activity();
        var by = Stream.of(actor.person(), file.owner(), open.assignee(), open.createdBy()).filter(Objects::nonNull).findFirst();
        if (by.isPresent()) {
            var done = planner.ledBy(actor, open.answered(settle.at(), by.get(), clock.instant()));
            save(done);
            audit.note("activity.done", done.id(), Timeline.ANSWERED);
            news.done(actor, file, done);
        }
    }

    private void unsettle(Actor actor, CaseFile file, Activity done) {
        if (!activities.successorDone(done.id())) {
            save(done.undone(LocalDate.ofInstant(done.doneAt(), actor.zone())));
            audit.note("activity.undone", done.id(), Timeline.ANSWERED);
            news.undone(actor, file, done);
        }
    }

    private void redate(Actor actor, Timeline.Redate redate) {
        var before = redate.activity();
        var after = before.due(redate.due()).marked(redate.mark(), before.required());
        boolean moves = !Objects.equals(before.dueOn(), after.dueOn()) || !Objects.equals(before.dueAt(), after.dueAt());
        if (moves && before.dueOn() != null) {
            orders.insertMove(before, Reasons.ANCHOR_MOVED, actor.person());
        }
        save(after);
        if (moves) {
            audit.note("activity.moved", before.id(), Reasons.ANCHOR_MOVED);
        }
    }

    private void save(Activity activity) {
        if (activities.update(activity) == 0) {
            throw Problem.stale();
        }
    }

    /** Who has the role in the case; else its supervisor, or a supervisor of the office. */
    private UUID assignee(Actor actor, CaseFile file, CaseType.Role role) {
        if (role.owner()) {
            return file.owner();
        }
        var team = teams.of(actor, file);
        return team.stream()
                .filter(member -> member.typeRole().equals(role.key()) || role.supervisor() && member.role().equals("supervisor"))
                .map(Teams.Member::person)
                .findFirst()
                .or(() -> team.stream().filter(member -> member.role().equals("supervisor")).map(Teams.Member::person).findFirst())
                .orElseGet(() -> staff.able(actor, file.office(), SUPERVISOR).stream()
                        .min(Comparator.comparing(colleague -> !colleague.id().equals(actor.person())))
                        .map(Colleague::id)
                        .orElse(null));
    }
}
