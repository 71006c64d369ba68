package org.haki.intake;

import java.time.LocalDate;
import java.util.UUID;

/**
 * It was decided what becomes of a report.
 *
 * @param decision accepted, attached, consulted, declined or not_a_case
 * @param reason   the reason's key (of declined and not_a_case), or the topic's (of consulted); else ""
 * @param service  what was given (of consulted); else ""
 * @param sex      of the person it is about, where it was asked; else ""
 * @param minutes  since the report reached us
 * @param inTime   within 24 hours for an emergency, 72 for an urgent one, 14 days for the others
 * @param caseId   the case it became or joined, or {@code null}
 */
public record IntakeDecided(
        UUID intake,
        UUID office,
        LocalDate day,
        String decision,
        String reason,
        String service,
        String channel,
        String urgency,
        String ageGroup,
        String sex,
        long minutes,
        boolean inTime,
        UUID caseId,
        UUID by) {}
