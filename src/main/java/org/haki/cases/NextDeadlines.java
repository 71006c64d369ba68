package org.haki.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.haki.kernel.Actor;

/** What is due next in each of many cases; implemented by the module that plans work. */
public interface NextDeadlines {

    /**
     * The next thing to do.
     *
     * @param kind what sort of work, a key under {@code ActivityKind.}; its title is sealed and shown on the case page only
     * @param on   its day in the office's zone
     * @param at   its moment when an hour was set, or {@code null}
     * @param hard whether law or danger set it
     */
    record Next(String kind, LocalDate on, Instant at, boolean hard) {}

    /** The next thing of each case that has one, in one query. */
    Map<UUID, Next> of(Actor actor, Collection<UUID> cases);
}
