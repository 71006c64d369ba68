package org.haki.cases;

import java.time.Instant;
import java.util.List;
import org.haki.kernel.Actor;
import org.haki.kernel.Op;
import org.springframework.stereotype.Service;

/** What the client decided; a change is a new decision. */
@Service
public class Consents {

    /** A decision as it was written down. */
    public record Recorded(Decision decision, Instant at, String by) {}

    /** The latest decision for each purpose. */
    public List<Recorded> of(Actor actor, CaseFile file) {
        throw new IllegalStateException("coming");
    }

    /** Writes down a decision. */
    public String record(Actor actor, String code, Decision said, Op op) {
        throw new IllegalStateException("coming");
    }
}
