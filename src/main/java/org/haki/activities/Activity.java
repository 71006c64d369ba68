package org.haki.activities;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.haki.cases.CaseStatus;
import org.haki.vault.Sealed;

/**
 * One dated piece of work in a case. It guards its own steps; whether it is late, soon or waiting is worked out and
 * never kept.
 *
 * @param sealed    {@link ActivityWords}, under the key of the case
 * @param dueOn     the day in the office's zone; {@code null} where no day was set
 * @param dueAt     the moment, where an hour was set
 * @param hard      set by law, a court or danger: only a supervisor moves or cancels it
 * @param assigneeOrg the organisation that leads the case and has it to do, or did it; {@code null}: the owner's own people
 * @param waitsFor  the first thing that must be done before and is not; {@code null} when nothing holds it up
 * @param waitsForSealed that thing's words
 * @param doneAt    when it happened
 * @param recordedAt when that was written down
 * @param grownFrom the activity it was planned from within
 * @param movedFrom the appointment that this one replaces
 * @param mark      which step of the timeline it is, or {@link StepMark#NONE}
 */
public record Activity(
        UUID id,
        UUID caseId,
        Kind kind,
        State state,
        Sealed sealed,
        LocalDate dueOn,
        Instant dueAt,
        boolean hard,
        boolean required,
        UUID assignee,
        UUID assigneeOrg,
        String service,
        String result,
        String reason,
        Instant doneAt,
        UUID doneBy,
        Instant recordedAt,
        UUID grownFrom,
        UUID movedFrom,
        StepMark mark,
        UUID waitsFor,
        Sealed waitsForSealed,
        Instant createdAt,
        UUID createdBy,
        int version) {

    /** What sort of work it is, with the results that it may have; the first is the usual one. */
    public enum Kind {
        CALL(false, "reached", "other_person", "no_answer"),
        VISIT(false, "seen", "not_seen"),
        SERVICE(false, "given"),
        APPOINTMENT(true, "took_place"),
        TASK(false, "done"),
        FOLLOWUP(false, "better", "same", "worse", "not_reached"),
        DEADLINE(true, "met"),
        REVIEW(false, "done");

        private final boolean dated;
        private final List<String> results;

        Kind(boolean dated, String... results) {
            this.dated = dated;
            this.results = List.of(results);
        }

        /** Whether it can pass without happening. */
        public boolean canBeMissed() {
            return dated;
        }

        /** Whether somebody speaks with the client, so that the safe way to reach her is read first. */
        public boolean isContact() {
            return this == CALL || this == VISIT || this == FOLLOWUP || this == APPOINTMENT;
        }

        /** What may come of it. */
        public List<String> results() {
            return results;
        }

        /** Its name in the database, in addresses and in words. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of this name, or {@code null}. */
        public static Kind of(String key) {
            for (var kind : values()) {
                if (kind.key().equals(key)) {
                    return kind;
                }
            }
            return null;
        }
    }

    /** The four states that are kept. */
    public enum State { PLANNED, DONE, MISSED, CANCELLED }

    /** How it stands today. */
    public enum Standing { LATE, SOON, PLANNED, WAITING, DONE, MISSED, CANCELLED }

    private static final Duration UNDO_WITHIN = Duration.ofHours(24);
    private static final int LEAD_DAYS = 1;
    private static final int LEAD_DAYS_HARD = 7;

    public boolean planned() {
        return state == State.PLANNED;
    }

    /** Planned, and something that comes before is not done. */
    public boolean blocked() {
        return planned() && waitsFor != null;
    }

    /** Planned, not blocked, and its day is over. */
    public boolean overdue(LocalDate today) {
        return planned() && !blocked() && dueOn != null && dueOn.isBefore(today);
    }

    /** Planned, and due within the lead time: a day, for a hard date a week. */
    public boolean dueSoon(LocalDate today) {
        return planned()
                && dueOn != null
                && !dueOn.isBefore(today)
                && !dueOn.isAfter(today.plusDays(hard ? LEAD_DAYS_HARD : LEAD_DAYS));
    }

    public Standing standing(LocalDate today) {
        return switch (state) {
            case DONE -> Standing.DONE;
            case MISSED -> Standing.MISSED;
            case CANCELLED -> Standing.CANCELLED;
            case PLANNED -> blocked() ? Standing.WAITING
                    : overdue(today) ? Standing.LATE
                    : dueSoon(today) ? Standing.SOON : Standing.PLANNED;
        };
    }

    /** Whether it is an appointment or deadline whose day or hour is over. */
    public boolean mayBeMissed(LocalDate today, Instant now) {
        return planned() && kind.canBeMissed() && dueOn != null && passed(today, now);
    }

    /** Whether its day, or its hour where one was set, is over. */
    public boolean passed(LocalDate today, Instant now) {
        return dueOn != null && (dueOn.isBefore(today) || dueAt != null && dueAt.isBefore(now));
    }

    /** Whether it may be settled in a case that stands so: what is planned while one closes, and what may outlive it. */
    public boolean maySettleIn(CaseStatus status) {
        return switch (status) {
            case OPEN, CLOSING -> true;
            case CLOSED -> mark.survives();
            default -> false;
        };
    }

    /** Whether cancelling it needs a supervisor. */
    public boolean cancelNeedsSupervisor() {
        return hard || required;
    }

    /** Whether this person may take back that it was done: she wrote it down herself, less than a day ago. */
    public boolean mayBeUndone(UUID person, Instant now) {
        return state == State.DONE && doneBy.equals(person) && recordedAt.plus(UNDO_WITHIN).isAfter(now);
    }

    /** When it was done; for the rest when it was planned. */
    public Instant settledAt() {
        return doneAt == null ? createdAt : doneAt;
    }

    /** Done in time; {@code null} where no day was set. */
    public Boolean inTime(LocalDate doneOn) {
        return dueOn == null ? null : !doneOn.isAfter(dueOn);
    }

    /** Something planned anew by somebody, for somebody or for the office's queue. */
    static Activity planned(UUID id, UUID caseId, Kind kind, Sealed words, UUID assignee, Instant now, UUID by) {
        return new Activity(id, caseId, kind, State.PLANNED, words, null, null, false, false, assignee, null, "", "", "",
                null, null, null, null, null, StepMark.NONE, null, null, now, by, 1);
    }

    Activity done(String what, String given, String why, Instant at, UUID by, Instant now) {
        return copy(State.DONE, sealed, dueOn, dueAt, assignee, given == null ? "" : given, what, why, at, by, now);
    }

    /** Done, since the answers of the sheet say so. */
    Activity answered(Instant at, UUID by, Instant now) {
        return done(kind.results().getFirst(), "", Timeline.ANSWERED, at, by, now);
    }

    /** Done for good, whatever the answers say from now on. */
    Activity stillDone() {
        return copy(state, sealed, dueOn, dueAt, assignee, service, result, "", doneAt, doneBy, recordedAt);
    }

    Activity undone(LocalDate doneOn) {
        return copy(State.PLANNED, sealed, dueOn == null ? doneOn : dueOn, dueAt, assignee, "", "", "", null, null, null);
    }

    Activity ended(State how, String why) {
        return copy(how, sealed, dueOn, dueAt, assignee, service, result, why, null, null, null);
    }

    Activity due(Due due) {
        return copy(state, sealed, due.on(), due.at(), assignee, service, result, reason, doneAt, doneBy, recordedAt);
    }

    /** Has it to do from now on: a colleague, or nobody. */
    Activity given(UUID to) {
        return assigned(to, null);
    }

    /** The organisation that leads the case has it to do. */
    Activity givenToLead(UUID org) {
        return assigned(null, org);
    }

    Activity with(Sealed words) {
        return copy(state, words, dueOn, dueAt, assignee, service, result, reason, doneAt, doneBy, recordedAt);
    }

    /** The same in other places of the plan: set hard, grown from one activity, replacing another. */
    Activity placed(boolean isHard, UUID from, UUID moved) {
        return new Activity(id, caseId, kind, state, sealed, dueOn, dueAt, isHard, required, assignee, assigneeOrg, service,
                result, reason, doneAt, doneBy, recordedAt, from, moved, mark, waitsFor, waitsForSealed, createdAt, createdBy, version);
    }

    private Activity assigned(UUID person, UUID org) {
        return new Activity(id, caseId, kind, state, sealed, dueOn, dueAt, hard, required, person, org, service, result, reason,
                doneAt, doneBy, recordedAt, grownFrom, movedFrom, mark, waitsFor, waitsForSealed, createdAt, createdBy, version);
    }

    /** The same as a step of the timeline, needed before closing or not. */
    Activity marked(StepMark as, boolean isRequired) {
        return new Activity(id, caseId, kind, state, sealed, dueOn, dueAt, hard, isRequired, assignee, assigneeOrg, service, result,
                reason, doneAt, doneBy, recordedAt, grownFrom, movedFrom, as, waitsFor, waitsForSealed, createdAt, createdBy, version);
    }

    private Activity copy(State how, Sealed words, LocalDate on, Instant at, UUID to, String given, String what,
            String why, Instant happened, UUID by, Instant written) {
        return new Activity(id, caseId, kind, how, words, on, at, hard, required, to, assigneeOrg, given, what, why,
                happened, by, written, grownFrom, movedFrom, mark, waitsFor, waitsForSealed, createdAt, createdBy, version);
    }
}
