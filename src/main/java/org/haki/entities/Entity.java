package org.haki.entities;

import java.time.Instant;
import java.util.UUID;
import org.haki.vault.Sealed;

/**
 * One of a list's things as it stands.
 *
 * @param key      of its own; {@code null} after it was destroyed
 * @param sealed   {@link EntityWords}; {@code null} after it was destroyed
 * @param conflict what is to be settled; "" for nothing
 */
public record Entity(UUID id, UUID list, UUID office, UUID key, Sealed sealed, int version, String conflict, Instant changedAt, Instant retiredAt) {

    /** Two changed other properties from one version: nothing was lost. */
    public static final String SOFT = "soft";
    /** Two changed the same property from one version: the older value stands in the history. */
    public static final String HARD = "hard";

    public boolean destroyed() {
        return key == null;
    }

    public boolean retired() {
        return retiredAt != null;
    }

    /** Whether somebody has to look at it. */
    public boolean conflicting() {
        return !conflict.isEmpty();
    }

    /** The harder of both. */
    static String harder(String one, String other) {
        return one.equals(HARD) || other.equals(HARD) ? HARD : one.isEmpty() ? other : one;
    }
}
