package org.haki.cases;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Service;

/** Closing, its check by somebody else, reopening and archiving. */
@Service
public class Closings {

    /** A proposal to close. */
    public record Closure(
            UUID id, String outcome, String reason, String serviceLevel, String remark, boolean toldReturn, UUID proposedBy, Instant proposedAt) {}

    /** The proposal that stands, or by which the case was closed. */
    public Optional<Closure> now(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }

    /** Archives every closed case whose days are over; answers how many. */
    public int archiveDue(Actor system) {
        throw new IllegalStateException("coming");
    }
}
