package org.haki.advocacy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.kernel.Id;
import org.haki.kernel.Problem;

/**
 * Which observations are asked for.
 *
 * @param state       a key of {@link PracticeObservation.State}
 * @param institution the id of one, or ""
 * @param practice    a key of {@link Practice}, or ""
 * @param month       the first day of the month in which it was seen, or {@code null}
 */
record ListObservations(String state, String institution, String practice, LocalDate month, Mark mark) {

    static final List<String> STATES = Stream.of(PracticeObservation.State.values()).map(PracticeObservation.State::key).toList();
    private static final Mark NEWEST = new Mark(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** A place in the list. */
    record Mark(Instant at, UUID id) {}

    /** From an address; what is not ours there is not found. */
    static ListObservations of(String state, String institution, String practice, String month, String after) {
        if (!STATES.contains(state) || !practice.isEmpty() && !Practice.keys().contains(practice)) {
            throw Problem.notFound();
        }
        try {
            return new ListObservations(state, institution.isEmpty() ? "" : Id.of(institution).toString(), practice,
                    month.isEmpty() ? null : YearMonth.parse(month).atDay(1), mark(after));
        } catch (DateTimeException | IndexOutOfBoundsException notOurs) {
            throw Problem.notFound();
        }
    }

    UUID institutionId() {
        return institution.isEmpty() ? null : UUID.fromString(institution);
    }

    /** The same after this one. */
    ListObservations after(PracticeObservation last) {
        return new ListObservations(state, institution, practice, month, new Mark(last.recordedAt(), last.id()));
    }

    boolean isFirst() {
        return mark.equals(NEWEST);
    }

    private static Mark mark(String after) {
        if (after.isEmpty()) {
            return NEWEST;
        }
        int line = after.indexOf('_');
        var at = Instant.parse(after.substring(0, line));
        return at.isAfter(NEWEST.at()) ? NEWEST : new Mark(at, Id.of(after.substring(line + 1)));
    }
}
