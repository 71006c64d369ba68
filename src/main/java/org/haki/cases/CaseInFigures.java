package org.haki.cases;

import java.time.Instant;
import java.util.UUID;

/** A case in coded fields only, as events carry it for facts: nobody's name, nobody's words. */
public record CaseInFigures(
        UUID org,
        UUID office,
        UUID caseId,
        String type,
        String stage,
        String urgency,
        String channel,
        String ageGroup,
        String sex,
        String consentToReporting,
        Instant receivedAt,
        Instant acceptedAt) {}
