package org.haki.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.haki.access.Colleague;
import org.haki.access.Leftovers;
import org.haki.access.Organisations;
import org.haki.access.Staff;
import org.haki.activities.Reminders;
import org.haki.audit.AuditChain;
import org.haki.cases.Closings;
import org.haki.entities.Entities;
import org.haki.intake.Intakes;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.haki.messages.Sender;
import org.haki.referrals.ReferralRoutine;
import org.haki.reports.FigureMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What Haki does by itself, for each organisation as its own actor. */
@Component
class Jobs {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Organisations organisations;
    private final Sender sender;
    private final Closings closings;
    private final Intakes intakes;
    private final Reminders reminders;
    private final ReferralRoutine referrals;
    private final AuditChain chain;
    private final NightlyBackup backup;
    private final DestroyedWriter destroyed;
    private final Work work;
    private final Staff staff;
    private final Outbox outbox;
    private final Leftovers leftovers;
    private final FigureMails figures;
    private final Entities entities;
    private final ClockWatch watch;
    private final Clock clock;

    Jobs(Organisations organisations, Sender sender, Closings closings, Intakes intakes, Reminders reminders,
            ReferralRoutine referrals, AuditChain chain, NightlyBackup backup, DestroyedWriter destroyed, Work work, Staff staff,
            Outbox outbox, Leftovers leftovers, FigureMails figures, Entities entities, ClockWatch watch, Clock clock) {
        this.organisations = organisations;
        this.sender = sender;
        this.closings = closings;
        this.intakes = intakes;
        this.reminders = reminders;
        this.referrals = referrals;
        this.chain = chain;
        this.backup = backup;
        this.destroyed = destroyed;
        this.work = work;
        this.staff = staff;
        this.outbox = outbox;
        this.leftovers = leftovers;
        this.figures = figures;
        this.entities = entities;
        this.watch = watch;
        this.clock = clock;
    }

    /** Every job there is. */
    List<Job> all() {
        return List.of(
                Job.every(Duration.ofSeconds(5), "send messages", sender::send),
                Job.every(Duration.ofMinutes(1), "write down what was destroyed", destroyed::write),
                Job.every(Duration.ofMinutes(1), ClockWatch.SEEN, watch::isSteady),
                Job.every(Duration.ofMinutes(1), "tell again", () -> forEach(intakes::tellAgain)),
                Job.every(Duration.ofMinutes(5), "look after referrals", () -> forEach(referrals::look)),
                Job.every(Duration.ofMinutes(10), "remind", () -> forEach(this::remind)),
                Job.forGood("archive", () -> forEach(closings::archiveDue)),
                Job.forGood("clear leftovers", this::clearLeftovers),
                Job.nightly("destroy again", destroyed::destroyAgain),
                Job.forGood("erase reports", () -> forEach(intakes::eraseDue)),
                Job.nightly("do what waited for what it follows", () -> forEach(entities::settleDue)),
                Job.nightly("verify the trail", () -> forEach(this::verify)),
                Job.nightly("back up", backup::write));
    }

    private void forEach(Consumer<Actor> deed) {
        organisations.all().forEach(organisation -> deed.accept(organisations.system(organisation.id())));
    }

    private void clearLeftovers() {
        leftovers.clear();
        forEach(leftovers::clearDrafts);
    }

    private void remind(Actor system) {
        var hour = ZonedDateTime.ofInstant(clock.instant(), system.zone()).toLocalTime();
        if (hour.isAfter(MORNING) && hour.isBefore(EVENING)) {
            reminders.remindDue(system);
            figures.tellDue(system);
        }
    }

    private void verify(Actor system) {
        chain.verify(system.org()).broken().ifPresent(broken -> {
            LOG.error("The trail of the organisation {} is broken at entry {}: {}", system.org(), broken.seq(), broken.wrong());
            work.as(system, "trail.broken", () -> {
                var readers = organisations.offices(system).stream()
                        .flatMap(office -> staff.able(system, office.id(), "audit.see").stream())
                        .map(Colleague::id)
                        .distinct()
                        .toList();
                outbox.tell(system.org(), readers, "upkeep", "", "/today");
            });
        });
    }
}
