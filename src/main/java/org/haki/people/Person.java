package org.haki.people;

import java.time.Instant;
import java.util.UUID;

/** Somebody in the register, opened. */
public record Person(UUID id, UUID office, boolean fenced, Instant since, int version, Identity identity) {

    /** The address of this person's page. */
    public String path() {
        return "/people/" + id;
    }
}
