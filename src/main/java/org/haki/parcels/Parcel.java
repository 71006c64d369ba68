package org.haki.parcels;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A bundle of filled-in sheets that came to an office.
 *
 * @param number       short, written on the bundle; the office counts
 * @param senderId     the worker who sent it, or {@code null} where a place did
 * @param senderPlace  the name of that place, or ""
 * @param sentOn       the day it was sent; {@code null} where nobody knows
 * @param bikram       whether the days on its sheets are those of Nepal
 * @param signedAt     when somebody signed it off; {@code null} while it is open
 */
public record Parcel(UUID id, UUID office, int number, UUID senderId, String senderPlace, LocalDate sentOn, LocalDate cameOn, boolean bikram,
        Instant registeredAt, UUID registeredBy, Instant signedAt, UUID signedBy, int version) {

    public String path() {
        return "/parcels/" + id;
    }

    public boolean isOpen() {
        return signedAt == null;
    }
}
