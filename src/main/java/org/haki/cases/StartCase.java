package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What it takes to open a case.
 *
 * @param code        the intake's code, or a new one for a case opened by hand
 * @param office      the office that works it
 * @param type        the key of the case type, or {@code null} for the default one
 * @param client      the client in the register of people
 * @param others      the other people in it, by the role each has: the reporter, the alleged perpetrator
 * @param owner       who answers for it, or {@code null}: the office's queue
 * @param supervisors who else is on its team from the start
 * @param fenced      whether only its team may see it
 * @param urgency     "emergency", "urgent" or "normal"
 * @param channel     how it came
 * @param receivedAt  when it came
 * @param narrative   how it came to us, in her words; may be ""
 * @param consents    what she decided, for each purpose
 */
public record StartCase(
        String code,
        UUID office,
        String type,
        UUID client,
        Map<UUID, String> others,
        UUID owner,
        Set<UUID> supervisors,
        boolean fenced,
        String urgency,
        String channel,
        Instant receivedAt,
        String narrative,
        List<Decision> consents) {}
