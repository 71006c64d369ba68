package org.haki.sheets;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.haki.cases.ContactCounted;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Contacts of which nothing is kept. An operation on record would lead from the count to the case, so which were counted
 * already is known for a while in memory alone, and the trail names no case.
 */
@Component
class CountedContacts {

    private static final int KNOWN = 1_000;

    private final Work work;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Set<UUID> counted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > KNOWN;
        }
    }));

    CountedContacts(Work work, ApplicationEventPublisher events, Clock clock) {
        this.work = work;
        this.events = events;
        this.clock = clock;
    }

    /** One more, once for this operation. */
    void count(Actor actor, UUID office, String type, Op op) {
        if (!counted.add(op.id())) {
            return;
        }
        try {
            work.as(actor, "case.write",
                    () -> events.publishEvent(new ContactCounted(office, type, LocalDate.ofInstant(clock.instant(), actor.zone()))));
        } catch (RuntimeException notCounted) {
            counted.remove(op.id());
            throw notCounted;
        }
    }
}
