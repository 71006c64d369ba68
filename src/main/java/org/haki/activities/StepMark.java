package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * That a timeline planned an activity: which step it is, and how its date came about.
 *
 * @param key      the step's key in the type of the case
 * @param row      the row of a repeat, or ""
 * @param turn     which time it is, counted from 1
 * @param base     from when its date was reckoned; {@code null} where it has none yet
 * @param byHand   whether somebody set the date
 * @param survives whether it may stay open when the case closes
 */
public record StepMark(String key, String row, int turn, Base base, boolean byHand, boolean survives) {

    /** Something planned by a person: no step at all. */
    static final StepMark NONE = new StepMark("", "", 0, null, false, false);

    /** The day from which a date is reckoned, and the moment where the hour counts. */
    public record Base(LocalDate on, Instant at) {

        static Base of(LocalDate on, Instant at) {
            return on == null ? null : new Base(on, at);
        }
    }

    boolean isStep() {
        return !key.isEmpty();
    }

    boolean is(String step, String ofRow) {
        return key.equals(step) && row.equals(ofRow);
    }

    StepMark from(Base newBase) {
        return new StepMark(key, row, turn, newBase, byHand, survives);
    }

    /** From now on its date is what somebody set. */
    StepMark setByHand() {
        return isStep() ? new StepMark(key, row, turn, base, true, survives) : this;
    }

    boolean movedFrom(Base now) {
        return !Objects.equals(base, now);
    }
}
