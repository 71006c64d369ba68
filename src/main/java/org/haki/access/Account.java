package org.haki.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A member of staff, as the administrator sees one.
 *
 * @param proof    what the person signs in with at present
 * @param lastSeen {@code null} before the first sign-in
 */
public record Account(
        UUID id,
        String signInName,
        String name,
        String email,
        String language,
        boolean active,
        int version,
        List<Membership> memberships,
        Proof proof,
        Instant lastSeen) {

    /** Nothing yet; a password without a second factor; a password with the app or with the printed card. */
    public enum Proof { NONE, PASSWORD, TOTP, CARD }
}
