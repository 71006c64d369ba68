package org.haki.activities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.UUID;
import org.haki.access.Staff;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.messages.Outbox;
import org.springframework.stereotype.Service;

/** Tells people in the morning that something is due: one e-mail for all of it, without a word of what it is. */
@Service
public class Reminders {

    private final Work work;
    private final ActivityRepository activities;
    private final Staff staff;
    private final Outbox outbox;
    private final Clock clock;

    Reminders(Work work, ActivityRepository activities, Staff staff, Outbox outbox, Clock clock) {
        this.work = work;
        this.activities = activities;
        this.staff = staff;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Reminds everybody, or who stands in for them, of what is due today or late; at most once a day. Answers how many. */
    public int remindDue(Actor system) {
        return work.as(system, "activity.remind", () -> {
            var today = LocalDate.ofInstant(clock.instant(), system.zone());
            var told = new LinkedHashSet<UUID>();
            for (var person : activities.remindedOf(today)) {
                told.add(person);
                staff.standInOf(system, person).ifPresent(told::add);
            }
            outbox.tell(system.org(), told, "reminder", "", "/today");
            return told.size();
        });
    }
}
