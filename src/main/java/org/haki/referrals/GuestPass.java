package org.haki.referrals;

import java.time.Instant;

/**
 * A page made for somebody without an account, without its secrets.
 *
 * @param openedAt     when it was opened, or {@code null}
 * @param sessionUntil until when it stays open, once it was opened
 * @param endedAt      when it was taken back or replaced, or {@code null}
 */
public record GuestPass(Instant madeAt, Instant expiresAt, Instant openedAt, Instant sessionUntil, Instant endedAt) {

    /** One of "waits", "open", "used", "over". */
    public String state(Instant now) {
        if (endedAt != null || openedAt == null && !expiresAt.isAfter(now)) {
            return "over";
        }
        if (openedAt == null) {
            return "waits";
        }
        return sessionUntil.isAfter(now) ? "open" : "used";
    }
}
