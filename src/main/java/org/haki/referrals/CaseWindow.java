package org.haki.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * The card of a window: whose case, for whom, what may be seen, how long, and where the referral stands. No names, no
 * words. Its id is its referral's.
 *
 * @param toOrg     the receiver; {@code null} for someone without an account
 * @param office    the owner's office that keeps the case
 * @param key       the case's key, lent while the window lives
 * @param ownKey    the key of what the receiver records
 * @param readers   who of the receiver may look through it, once it is accepted
 * @param respondBy by when an answer is due; without one it is repeated once, then it expires
 * @param extended  whether the time to answer was doubled
 * @param openedAt  when it was accepted, or {@code null}
 * @param until     when the consent ends
 * @param endedAt   when it ended, or {@code null}
 */
public record CaseWindow(
        UUID id,
        UUID ownerOrg,
        UUID byOrg,
        UUID toOrg,
        UUID toOffice,
        UUID office,
        UUID caseId,
        UUID client,
        UUID key,
        String code,
        String kind,
        String service,
        String urgency,
        List<String> sections,
        UUID ownKey,
        String state,
        String reason,
        List<UUID> readers,
        Instant sentAt,
        Instant respondBy,
        boolean extended,
        Instant movedAt,
        Instant openedAt,
        Instant until,
        Instant endedAt) {

    /** The states in which a receiver has, or may come to have, sight of the case. */
    public static final List<String> LIVE = List.of("sent", "accepted", "in_service");

    public boolean isLive() {
        return endedAt == null;
    }

    /** Whether the receiver works with it: accepted and not ended. */
    public boolean isOpen() {
        return openedAt != null && endedAt == null;
    }

    /** Whether its receiver works the plan and proposes the closing. */
    public boolean leads() {
        return kind.equals("lead");
    }

    public boolean shows(String section) {
        return sections.contains(section);
    }

    /** The last day of her consent, in this zone. */
    public LocalDate lastDay(ZoneId zone) {
        return until.minusSeconds(1).atZone(zone).toLocalDate();
    }

    /** The address of its page at the receiver. */
    public String path() {
        return "/shared/" + id;
    }
}
