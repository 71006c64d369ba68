package org.haki.devices;

import java.time.Instant;
import java.util.UUID;

/**
 * A phone or tablet that fetches forms and sends what was filled in.
 *
 * @param person whose it is; {@code null} where it is the office's
 * @param seenAt when it was last heard of, to the minute; {@code null} before the first time
 * @param agent  what program it said it was
 */
public record Device(UUID id, String name, UUID office, UUID person, Instant enrolledAt, Instant endedAt, Instant seenAt, String agent, int version) {

    /** Where it is looked after. */
    public String path() {
        return "/settings/devices/" + id;
    }

    /** Whether it was shut out. */
    public boolean ended() {
        return endedAt != null;
    }
}
