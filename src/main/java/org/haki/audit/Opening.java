package org.haki.audit;

import java.time.Instant;
import java.util.UUID;

/** One line of "who opened this case": an entry of the trail that showed or touched it. */
public record Opening(
        long seq,
        Instant at,
        String actorKind,
        UUID person,
        String act,
        UUID object,
        String details,
        String outcome) {}
