package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.vault.Sealed;

/** A call back to whoever told us: planned, then logged with how it went. */
record Attempt(UUID id, UUID intake, Instant plannedFor, UUID assignee, Instant doneAt, UUID doneBy, String outcome, Sealed note) {

    static final List<String> OUTCOMES = List.of("spoke", "no_answer", "another_voice", "wrong_number");

    boolean done() {
        return doneAt != null;
    }
}
