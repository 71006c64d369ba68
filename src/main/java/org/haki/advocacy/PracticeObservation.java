package org.haki.advocacy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Money;
import org.haki.vault.Sealed;

/**
 * What somebody saw an institution do, as it is kept. It guards its own steps.
 *
 * @param caseId    {@code null} once the case was destroyed; then {@code sealed} is {@code null}, and {@code seenOn} the first of its month
 * @param practices keys of {@link Practice}
 * @param amount    what was asked for; {@code null} for nothing
 * @param sealed    what happened, in words; {@code null} for none
 * @param flagged   whether a word looked like a name in the case, and was kept as none
 * @param reason    why it was rejected, or given back to be put right; else ""
 */
public record PracticeObservation(
        UUID id,
        UUID office,
        UUID caseId,
        UUID institution,
        List<String> practices,
        LocalDate seenOn,
        Money amount,
        Sealed sealed,
        boolean flagged,
        State state,
        String reason,
        UUID by,
        Instant recordedAt,
        UUID decidedBy,
        Instant decidedAt,
        int version) {

    static final Duration TAKEN_BACK_WITHIN = Duration.ofDays(1);

    /** Where it stands. */
    public enum State {
        DRAFT, CHECKED, REJECTED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean isDraft() {
        return state == State.DRAFT;
    }

    /** Whether this person may take it back as if it had not been written. */
    public boolean mayBeUndone(Actor actor, Instant now) {
        return isDraft() && caseId != null && actor.is(by) && now.isBefore(recordedAt.plus(TAKEN_BACK_WITHIN));
    }

    /** Whether this person may put it right: whoever wrote it, and whoever decides about it. */
    public boolean mayBeEdited(Actor actor) {
        return isDraft() && caseId != null && (actor.is(by) || actor.may("observation.check", office));
    }

    /** Whether this person decides about it: somebody else than who wrote it. */
    public boolean mayBeDecided(Actor actor) {
        return !actor.is(by) && actor.may("observation.check", office);
    }

    /** The address of its page. */
    public String path() {
        return "/observations/" + id;
    }

    PracticeObservation said(RecordObservation.Read read, Sealed words) {
        return new PracticeObservation(id, office, caseId, read.institution(), read.practices(), read.day(), read.amount(), words, read.flagged(),
                state, reason, by, recordedAt, decidedBy, decidedAt, version);
    }

    PracticeObservation decided(State next, String why, UUID person, Instant at) {
        return new PracticeObservation(id, office, caseId, institution, practices, seenOn, amount, sealed, flagged, next, why, by, recordedAt,
                next == State.DRAFT ? null : person, next == State.DRAFT ? null : at, version);
    }
}
