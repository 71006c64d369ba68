package org.haki.access;

import java.time.Instant;
import java.util.UUID;

/**
 * An organisation of the network, as its keeper sees it.
 *
 * @param suspendedAt since when it is kept out; {@code null} while it is at work
 * @param reason      why; "" while it is at work
 */
public record NetworkMember(UUID id, String name, String slug, Instant suspendedAt, String reason) {

    public boolean suspended() {
        return suspendedAt != null;
    }
}
