package org.haki.parcels;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * A sheet of a parcel.
 *
 * @param id        that of the filled-in form which it becomes
 * @param place     in the queue, from 1
 * @param number    that its sender gave it; {@code null} for none
 * @param code      printed on it; {@code null} as long as it is not known
 * @param writtenOn the day on the paper; {@code null} where it has none
 */
public record ParcelSheet(UUID parcel, UUID id, UUID office, UUID survey, int place, Integer number, String code, State state, Instant enteredAt, UUID enteredBy,
        UUID writtenBy, LocalDate writtenOn) {

    /** Where a sheet stands. */
    public enum State {
        /** Expected, and not typed in yet. */
        WAITING,
        /** Typed in. */
        ENTERED,
        /** Not in the bundle after all. */
        MISSING;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ParcelSheet expected(Parcel parcel, UUID id, UUID survey, int place, Integer number, String code) {
        return new ParcelSheet(parcel.id(), id, parcel.office(), survey, place, number, code, State.WAITING, null, null, null, null);
    }

    ParcelSheet entered(String printed, Instant at, UUID by, UUID writer, LocalDate on) {
        return new ParcelSheet(parcel, id, office, survey, place, number, printed, State.ENTERED, at, by, writer, on);
    }

    ParcelSheet now(State other) {
        return new ParcelSheet(parcel, id, office, survey, place, number, code, other, enteredAt, enteredBy, writtenBy, writtenOn);
    }

    /** How many days after it was written it was typed in. */
    long lag(ZoneId zone) {
        return ChronoUnit.DAYS.between(writtenOn, LocalDate.ofInstant(enteredAt, zone));
    }

    public String path() {
        return "/parcels/" + parcel + "/sheets/" + id;
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    public boolean isEntered() {
        return state == State.ENTERED;
    }
}
