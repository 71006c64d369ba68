package org.haki.activities;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the modules above what was planned and done, in coded fields. */
@Component
class ActivityNews {

    private final CaseFiles cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityNews(CaseFiles cases, ApplicationEventPublisher events, Clock clock) {
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    void planned(Actor actor, CaseFile file, Activity activity) {
        events.publishEvent(new ActivityPlanned(
                cases.figures(actor, file), activity.id(), activity.kind().key(), activity.dueOn(), activity.hard()));
    }

    void done(Actor actor, CaseFile file, Activity activity) {
        var figures = cases.figures(actor, file);
        var day = LocalDate.ofInstant(activity.doneAt(), actor.zone());
        var inTime = activity.inTime(day);
        events.publishEvent(new ActivityDone(figures, activity.id(), activity.doneBy(), activity.kind().key(),
                activity.service(), activity.result(), day, inTime, days(actor, file, day)));
        if (activity.kind() == Activity.Kind.DEADLINE) {
            events.publishEvent(new DeadlineMet(figures, activity.id(), activity.doneBy(), activity.hard(), day,
                    inTime == null || inTime, days(actor, file, day)));
        }
    }

    void undone(Actor actor, CaseFile file, Activity activity) {
        events.publishEvent(new ActivityUndone(
                cases.figures(actor, file), activity.id(), actor.person(), activity.kind().key()));
    }

    void missed(Actor actor, CaseFile file, Activity activity) {
        if (activity.kind() == Activity.Kind.DEADLINE) {
            var day = today(actor, clock.instant());
            events.publishEvent(new DeadlineMissed(cases.figures(actor, file), activity.id(), actor.person(),
                    activity.hard(), day, activity.reason(), days(actor, file, day)));
        }
    }

    private static int days(Actor actor, CaseFile file, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(today(actor, file.receivedAt()), day));
    }

    private static LocalDate today(Actor actor, Instant instant) {
        return LocalDate.ofInstant(instant, actor.zone());
    }
}
