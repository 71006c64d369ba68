package org.haki.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.haki.cases.CaseAccepted;
import org.haki.cases.CaseAssigned;
import org.haki.cases.CaseFiles;
import org.haki.cases.CaseTypes;
import org.haki.cases.ConsentRecorded;
import org.haki.cases.Consents;
import org.haki.kernel.Work;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What a new case begins with where its type has no timeline of its own, and what happens to planned work when a case changes hands. */
@Component
class FirstSteps {

    private static final int NORMAL_DAYS = 14;
    private static final String ASK_CONSENT = "ask_consent";

    private final CaseFiles cases;
    private final CaseTypes types;
    private final Consents consents;
    private final Planner planner;
    private final ActivityRepository activities;
    private final OwnSteps steps;
    private final Clock clock;

    FirstSteps(CaseFiles cases, CaseTypes types, Consents consents, Planner planner, ActivityRepository activities, OwnSteps steps,
            Clock clock) {
        this.cases = cases;
        this.types = types;
        this.consents = consents;
        this.planner = planner;
        this.activities = activities;
        this.steps = steps;
        this.clock = clock;
    }

    /** The first contact, by the urgency; and, where she was not asked yet, her consent at the same time. */
    @EventListener
    void on(CaseAccepted news) {
        var actor = Work.scope().actor();
        var file = cases.byId(actor, news.figures().caseId());
        var by = by(news.figures().urgency(), clock.instant());
        var due = "normal".equals(news.figures().urgency())
                ? new Due(LocalDate.ofInstant(by, actor.zone()), null)
                : new Due(LocalDate.ofInstant(by, actor.zone()), by);
        activities.lockPlan(file.id());
        if (!types.of(file).plansItself()) {
            planner.planOwn(actor, file, Activity.Kind.CALL, "first_contact", news.owner(), due);
        }
        if (consents.of(actor, file).stream().anyMatch(said -> said.decision().decision().equals("not_yet_asked"))) {
            planner.planOwn(actor, file, Activity.Kind.TASK, ASK_CONSENT, news.owner(), due);
        }
    }

    /** She was asked: what was planned to ask her is done, once nothing is left to ask. */
    @EventListener
    void on(ConsentRecorded news) {
        var actor = Work.scope().actor();
        var file = cases.byId(actor, news.figures().caseId());
        if (consents.of(actor, file).stream().noneMatch(said -> said.decision().decision().equals("not_yet_asked"))) {
            steps.settle(actor, file, ASK_CONSENT);
        }
    }

    /** What the old owner had planned goes to the new one. */
    @EventListener
    void on(CaseAssigned news) {
        var actor = Work.scope().actor();
        var file = cases.byId(actor, news.figures().caseId());
        activities.lockPlan(file.id());
        activities.handOver(file.id(), news.from(), news.to());
    }

    private static Instant by(String urgency, Instant now) {
        return now.plus(switch (urgency) {
            case "emergency" -> Duration.ofHours(24);
            case "urgent" -> Duration.ofHours(72);
            default -> Duration.ofDays(NORMAL_DAYS);
        });
    }
}
