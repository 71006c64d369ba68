package org.haki.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseNotes;
import org.haki.cases.CaseTypes;
import org.haki.cases.WriteNote;
import org.haki.kernel.Actor;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Text;
import org.haki.vault.Sealed;
import org.springframework.stereotype.Service;

/** What people do in cases and plan to do: the verbs. Each answers where to go and look. */
@Service
public class Activities {

    private final PlanDoor door;
    private final Audit audit;
    private final CaseFiles cases;
    private final CaseNotes notes;
    private final CaseTypes types;
    private final Planner planner;
    private final ActivityRepository activities;
    private final OrderRepository orders;
    private final ActivitySeal seal;
    private final ActivityNews news;
    private final Clock clock;

    Activities(PlanDoor door, Audit audit, CaseFiles cases, CaseNotes notes, CaseTypes types, Planner planner,
            ActivityRepository activities, OrderRepository orders, ActivitySeal seal, ActivityNews news, Clock clock) {
        this.door = door;
        this.audit = audit;
        this.cases = cases;
        this.notes = notes;
        this.types = types;
        this.planner = planner;
        this.activities = activities;
        this.orders = orders;
        this.seal = seal;
        this.news = news;
        this.clock = clock;
    }

    /** Writes down what happened, as a note or an activity, and plans what comes of it. */
    public String record(Actor actor, String code, RecordActivity said, Op op) {
        return door.open(actor, code, op, file -> {
            var now = clock.instant();
            Unfit.unlessEmpty(said.errors(now, actor.zone()).addAll(serviceErrors(file, said.service())));
            UUID from = null;
            String path;
            if (said.isNote()) {
                path = actor.window() == null
                        ? notes.write(actor, code, new WriteNote(said.text(), said.happened().isoDay(now, actor.zone())), Op.own())
                        : file.pathFor(actor) + "#story";   // the words are the window's
            } else {
                var done = recorded(actor, file, said, now);
                from = done.id();
                path = entryPath(actor, file, from);
                activities.insert(planner.ledBy(actor, done));
                audit.note("activity.recorded", from, done.kind().key());
                news.done(actor, file, done);
                cases.touch(actor, file);
            }
            planNext(actor, file, said.next(), from);
            return path;
        });
    }

    /** Plans something. */
    public String plan(Actor actor, String code, PlanActivity said, Op op) {
        return door.open(actor, code, op, file -> path(actor, file, planner.plan(actor, file, said).id()));
    }

    /** A planned activity was done. */
    public String complete(Actor actor, String code, UUID id, CompleteActivity said, Op op) {
        return door.settling(actor, code, op, file -> {
            var now = clock.instant();
            var before = door.planned(file, id, op);
            door.mustHold(actor, file, before);
            Unfit.unlessEmpty(said.errors(before, now, actor.zone()).addAll(serviceErrors(file, said.service())));
            var words = seal.open(file, before).words().happened(said.text(), said.happened().dayOnly());
            var why = before.blocked() ? said.override() : "";
            var done = before.with(seal.seal(file, id, words)).done(said.resultOf(before.kind()), said.service(), why,
                    said.happened().at(now, actor.zone()), actor.person(), now);
            door.save(actor, done);
            audit.note("activity.done", id, before.blocked() ? done.result() + " " + why : done.result());
            news.done(actor, file, done);
            cases.touch(actor, file);
            planNext(actor, file, said.next(), id);
            return entryPath(actor, file, id);
        });
    }

    /** An appointment or deadline passed without happening. */
    public String miss(Actor actor, String code, UUID id, EndActivity said, Op op) {
        return door.settling(actor, code, op, file -> {
            var now = clock.instant();
            var before = door.planned(file, id, op);
            door.mustHold(actor, file, before);
            if (!before.mayBeMissed(LocalDate.ofInstant(clock.instant(), actor.zone()), now)) {
                throw Problem.notNow();
            }
            Unfit.unlessEmpty(said.errors(Reasons.MISSED));
            var missed = before.ended(Activity.State.MISSED, said.reason()).with(remarked(file, before, said.remark()));
            door.save(actor, missed);
            audit.note("activity.missed", id, missed.reason());
            news.missed(actor, file, missed);
            return path(actor, file, id);
        });
    }

    /** A planned activity will not happen; what is hard or required only a supervisor cancels. */
    public String cancel(Actor actor, String code, UUID id, EndActivity said, Op op) {
        return door.settling(actor, code, op, file -> {
            var before = door.planned(file, id, op);
            door.mustHold(actor, file, before);
            if (before.cancelNeedsSupervisor()) {
                PlanDoor.mustSupervise(actor, file);
            }
            Unfit.unlessEmpty(said.errors(Reasons.CANCELLED));
            var cancelled = before.ended(Activity.State.CANCELLED, said.reason()).with(remarked(file, before, said.remark()));
            door.save(actor, cancelled);
            audit.note("activity.cancelled", id, cancelled.reason());
            return path(actor, file, id);
        });
    }

    /** Takes back, within a day and by the same person, that something was done, unless what came after is done too. */
    public String undo(Actor actor, String code, UUID id, Op op) {
        return door.settling(actor, code, op, file -> {
            var before = door.found(file, id, op);
            door.mustHold(actor, file, before);
            if (!before.mayBeUndone(actor.person(), clock.instant()) || activities.successorDone(id)) {
                throw Problem.notNow();
            }
            activities.withdrawAfter(file.id(), before.mark());
            door.save(actor, before.undone(LocalDate.ofInstant(before.doneAt(), actor.zone())));
            audit.note("activity.undone", id, "");
            news.undone(actor, file, before);
            return path(actor, file, id);
        });
    }

    /** Another day, another person, another thing to wait for. A moved appointment is a new activity. */
    public String change(Actor actor, String code, UUID id, ChangeActivity said, Op op) {
        return door.open(actor, code, op, file -> {
            var before = door.planned(file, id, op);
            Unfit.unlessEmpty(said.errors(before, LocalDate.ofInstant(clock.instant(), actor.zone()), actor.zone()));
            boolean moves = said.movesDay(before, actor.zone());
            if (moves && before.hard()) {
                PlanDoor.mustSupervise(actor, file);
            }
            var changed = planner.given(actor, file, before.with(remarked(file, before, said.remark())), said.assignee());
            if (moves && before.kind() == Activity.Kind.APPOINTMENT) {
                return path(actor, file, planner.moveAppointment(actor, file, changed, said).id());
            }
            if (moves) {
                orders.insertMove(before, said.reason(), actor.person());
                changed = changed.due(Due.of(said.day(), said.hour(), actor.zone())).marked(changed.mark().setByHand(), changed.required());
            }
            door.save(actor, changed);
            planner.putAfter(file, id, said.after());
            if (!Objects.equals(changed.assignee(), before.assignee())) {
                planner.tell(actor, file, changed);
            }
            audit.note(moves ? "activity.moved" : "activity.changed", id, moves ? said.reason() : "");
            return path(actor, file, id);
        });
    }

    /** Settles open steps, all on one page: done today, cancelled for a reason, or left as they are. */
    public String settle(Actor actor, String code, SettleSteps said, Op op) {
        return door.open(actor, code, op, file -> {
            said.choices().keySet().forEach(id -> settleOne(actor, file, said, id));
            cases.touch(actor, file);
            return file.pathFor(actor) + "#plan";
        });
    }

    private void settleOne(Actor actor, CaseFile file, SettleSteps said, String id) {
        var step = activities.find(file.id(), Id.of(id)).orElseThrow(Problem::notFound);
        var choice = said.choices().get(id);
        Unfit.unlessEmpty(said.errors(step, choice));
        if (choice.equals(SettleSteps.STAYS) || !step.planned()) {
            return;
        }
        door.mustHold(actor, file, step);
        if (SettleSteps.isDone(step, choice)) {
            var now = clock.instant();
            var done = step.done(choice, "", step.blocked() ? "other" : "", now, actor.person(), now);
            door.save(actor, done);
            news.done(actor, file, done);
        } else {
            if (step.cancelNeedsSupervisor()) {
                PlanDoor.mustSupervise(actor, file);
            }
            door.save(actor, step.ended(Activity.State.CANCELLED, choice));
        }
        audit.note("activity.settled", step.id(), choice);
    }

    private Activity recorded(Actor actor, CaseFile file, RecordActivity said, Instant now) {
        var id = Id.next();
        var kind = said.ofKind();
        var words = new ActivityWords("", "", "", said.text(), "", said.happened().dayOnly());
        var result = Text.blank(said.result()) ? kind.results().getFirst() : said.result();
        return Activity.planned(id, file.id(), kind, seal.seal(file, id, words), actor.person(), now, actor.person())
                .done(result, said.service(), "", said.happened().at(now, actor.zone()), actor.person(), now);
    }

    private void planNext(Actor actor, CaseFile file, NextStep next, UUID from) {
        if (next.wanted() && !file.isOpen()) {
            throw Problem.notNow();
        }
        if (next.wanted()) {
            planner.plan(actor, file, next.plan(from == null ? "" : from.toString()));
        }
    }

    private Errors serviceErrors(CaseFile file, String service) {
        boolean known = Text.blank(service) || types.of(file).services().containsKey(service);
        return new Errors().unless(known, "service", "RecordActivity.serviceMissing");
    }

    private Sealed remarked(CaseFile file, Activity activity, String remark) {
        return seal.seal(file, activity.id(), seal.open(file, activity).words().remark(remark));
    }

    private static String entryPath(Actor actor, CaseFile file, UUID id) {
        return file.pathFor(actor) + "#entry-" + id;
    }

    private static String path(Actor actor, CaseFile file, UUID id) {
        return file.pathFor(actor) + "/activities/" + id;
    }
}
