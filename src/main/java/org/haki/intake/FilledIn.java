package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;

/** Keeps what reports were filled in with, by forms of an organisation's own: a report says what was changed there since it came in. */
public interface FilledIn {

    /**
     * An answer that was changed.
     *
     * @param answer as one reads it; "" where it was taken back
     * @param by     who did; {@code null} for nobody
     */
    record Change(String question, String answer, Instant at, UUID by) {}

    /** What was changed in this report, the oldest first, in this language; asked inside {@code work.as} by whoever may read the report. */
    List<Change> changedSince(Actor actor, UUID intake, String language);
}
