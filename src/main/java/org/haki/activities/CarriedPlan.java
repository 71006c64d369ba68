package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTransferred;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is planned in a case that another organisation takes over: read at its window, planned anew there, ended here. */
@Component
public class CarriedPlan {

    /** Why a planned step ends where the case went elsewhere. */
    static final String TRANSFERRED = "transferred";

    /** A planned step on its way. */
    public record Step(Activity.Kind kind, ActivityWords words, LocalDate dueOn, Instant dueAt, boolean hard) {

        @Override
        public String toString() {
            return "Step";
        }
    }

    private final Work work;
    private final CaseFiles cases;
    private final Plans plans;
    private final Planner planner;
    private final ActivityRepository activities;

    CarriedPlan(Work work, CaseFiles cases, Plans plans, Planner planner, ActivityRepository activities) {
        this.work = work;
        this.cases = cases;
        this.plans = plans;
        this.planner = planner;
        this.activities = activities;
    }

    /** The open steps that this guest sees. */
    public List<Step> read(Actor guest, CaseFile file) {
        return plans.ofCase(guest, file).stream()
                .filter(step -> step.row().planned())
                .map(step -> new Step(step.row().kind(), step.words(), step.row().dueOn(), step.row().dueAt(), step.row().hard()))
                .toList();
    }

    /** Plans them in the new case, for its owner; what Haki planned there by itself already is not planned twice. */
    public void write(Actor actor, CaseFile file, List<Step> steps, UUID owner) {
        work.as(actor, "case.open", () -> {
            activities.lockPlan(file.id());
            var there = plans.ofCase(actor, file).stream().map(OpenedActivity::words).toList();
            steps.stream()
                    .filter(step -> step.hard() || there.stream().noneMatch(step.words()::isSameStep))
                    .forEach(step -> planner.planCarried(actor, file, step, owner));
        });
    }

    @EventListener
    void on(CaseTransferred news) {
        var actor = Work.scope().actor();
        var file = cases.byId(actor, news.figures().caseId());
        activities.lockPlan(file.id());
        activities.ofCase(file.id()).stream().filter(Activity::planned)
                .forEach(step -> activities.update(step.ended(Activity.State.CANCELLED, TRANSFERRED)));
    }
}
