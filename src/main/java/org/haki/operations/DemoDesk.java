package org.haki.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.haki.access.Organisations;
import org.haki.activities.Activities;
import org.haki.activities.Activity;
import org.haki.activities.CompleteActivity;
import org.haki.activities.OpenedActivity;
import org.haki.activities.PlanActivity;
import org.haki.activities.Plans;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseNotes;
import org.haki.cases.CaseTypes;
import org.haki.cases.Closings;
import org.haki.cases.Stages;
import org.haki.cases.Verifications;
import org.haki.intake.Acceptances;
import org.haki.intake.Attempts;
import org.haki.intake.Decisions;
import org.haki.intake.Intakes;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.people.Identity;
import org.haki.people.Persons;
import org.springframework.stereotype.Component;

/** The services through which an invented desk works, and the few deeds that need more than one of them. */
@Component
class DemoDesk {

    final Intakes intakes;
    final Decisions decisions;
    final Attempts attempts;
    final Acceptances acceptances;
    final CaseNotes notes;
    final Closings closings;
    final Verifications verifications;
    private final Organisations organisations;
    private final CaseFiles cases;
    private final CaseTypes types;
    private final Stages stages;
    private final Activities activities;
    private final Plans plans;
    private final Persons persons;
    private final Work work;
    private final Clock clock;

    DemoDesk(Intakes intakes, Decisions decisions, Attempts attempts, Acceptances acceptances, CaseNotes notes, Closings closings,
            Verifications verifications, Organisations organisations, CaseFiles cases, CaseTypes types, Stages stages,
            Activities activities, Plans plans, Persons persons, Work work, Clock clock) {
        this.intakes = intakes;
        this.decisions = decisions;
        this.attempts = attempts;
        this.acceptances = acceptances;
        this.notes = notes;
        this.closings = closings;
        this.verifications = verifications;
        this.organisations = organisations;
        this.cases = cases;
        this.types = types;
        this.stages = stages;
        this.activities = activities;
        this.plans = plans;
        this.persons = persons;
        this.work = work;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Actor atPublicPage(UUID org) {
        return organisations.atPublicPage(organisations.of(org), null);
    }

    String caseType() {
        return types.standard().key();
    }

    CaseFile file(Actor actor, String code) {
        return work.as(actor, "case.see", () -> cases.open(actor, code));
    }

    /** An operation on the case as it stands now. */
    Op base(Actor actor, String code) {
        return new Op(Id.next(), file(actor, code).version(), new byte[0]);
    }

    /** Those whom the operator saw as perhaps the same person, and knew that they are not. */
    List<String> alike(Actor actor, String name, String ageGroup) {
        return work.as(actor, "person.see", () -> persons.alike(actor, Identity.of(name, ageGroup)).stream()
                .map(like -> like.person().id().toString())
                .toList());
    }

    void moves(Actor worker, String code, String stage) {
        stages.move(worker, code, stage, base(worker, code));
    }

    /** Plans something in so many days. */
    void plans(Actor worker, String code, String kind, String place, int days) {
        var day = LocalDate.ofInstant(clock.instant(), worker.zone()).plusDays(days);
        var title = switch (kind) {
            case "service" -> "Go with her to the ward office";
            case "followup" -> "See how she is";
            case "appointment" -> "Meeting with the legal aid lawyer";
            default -> "";
        };
        activities.plan(worker, code, new PlanActivity(kind, title, place, day.toString(), "", "", "", "", ""), Op.own());
    }


    /** Everything that is planned in the case is done. */
    void isDone(Actor worker, String code, String note) {
        var file = file(worker, code);
        for (var step : plans.ofCase(worker, file)) {
            if (step.row().state() == Activity.State.PLANNED) {
                complete(worker, code, step, note);
            }
        }
    }

    private void complete(Actor worker, String code, OpenedActivity step, String note) {
        var kind = step.row().kind();
        var service = kind == Activity.Kind.SERVICE ? "accompaniment" : "";
        var said = new CompleteActivity(note, "now", "", "", kind.results().getFirst(), service, "no_longer_needed", "", "", "", "", "");
        activities.complete(worker, code, step.row().id(), said, new Op(Id.next(), step.row().version(), new byte[0]));
    }
}
