package org.haki.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What intake has for the Today page of one person.
 *
 * @param waiting     reports that wait for a decision
 * @param emergencies those of them that are emergencies
 * @param quarantined those that wait in quarantine
 * @param oldest      when the one that waits longest reached us, or {@code null}
 * @param first       the first few of those that wait, as the queue has them
 * @param attempts    call-backs planned for this person and not logged yet, the earliest first
 */
public record ForToday(int waiting, int emergencies, int quarantined, Instant oldest, List<Came> first, List<Call> attempts) {

    /** A report that waits; {@code words} are the beginning of her own, {@code null} where they were erased. */
    public record Came(String code, String urgency, String channel, String where, Instant receivedAt, String language, String words) {}

    /** A planned call-back; the number and how to speak stand on the page of the intake only. */
    public record Call(UUID attempt, String code, Instant plannedFor) {}
}
