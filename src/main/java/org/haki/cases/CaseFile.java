package org.haki.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A case: what stands in clear. Its words are sealed under {@code key}, its people under their own. */
public record CaseFile(
        UUID id,
        String code,
        UUID office,
        boolean fenced,
        UUID key,
        String type,
        int typeVersion,
        CaseStatus status,
        String stage,
        UUID client,
        UUID owner,
        String urgency,
        String channel,
        Instant receivedAt,
        Instant acceptedAt,
        Instant closingAt,
        Instant closedAt,
        Instant archivedAt,
        LocalDate archiveDue,
        int reopened,
        Instant touchedAt,
        int version) {

    /** The address of its page. */
    public String path() {
        return "/cases/" + code;
    }

    public boolean isOpen() {
        return status == CaseStatus.OPEN;
    }
}
