package org.haki.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.vault.Sealed;

/** A report from any channel, as it is kept: coded fields in clear, her words sealed. */
record Intake(
        UUID id,
        String code,
        UUID office,
        UUID key,
        String channel,
        String language,
        Instant receivedAt,
        Instant recordedAt,
        UUID recordedBy,
        String urgency,
        String about,
        String ageGroup,
        String reach,
        Sealed sealed,
        Sealed answer,
        Long numberPrint,
        Long wordsPrint,
        boolean quarantined,
        String state,
        UUID claimedBy,
        Instant claimedUntil,
        Instant decidedAt,
        UUID decidedBy,
        UUID decisionId,
        String reason,
        String told,
        UUID caseId,
        LocalDate eraseDue,
        int version) {

    /** Whether it still waits for its one decision. */
    boolean waits() {
        return decidedAt == null;
    }

    /** Whether its content is still here, not erased and not gone over to a case. */
    boolean hasWords() {
        return sealed != null;
    }

    /** Whether somebody else has it open. */
    boolean openWithAnother(Actor actor, Instant now) {
        return claimedBy != null && claimedUntil.isAfter(now) && !actor.is(claimedBy);
    }

    /** Until when whoever told us should have a first answer: in danger within the hour. */
    Instant answerBy() {
        return receivedAt.plus(urgency.equals("emergency") ? Duration.ofHours(1) : limit());
    }

    /** How long a decision may take: 24 hours, 72 hours, two weeks. */
    Duration limit() {
        return switch (urgency) {
            case "emergency" -> Duration.ofHours(24);
            case "urgent" -> Duration.ofHours(72);
            default -> Duration.ofDays(14);
        };
    }

    String path() {
        return "/intake/" + code;
    }
}
