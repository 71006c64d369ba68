package org.haki.parcels;

import java.time.Instant;
import java.util.UUID;

/**
 * What could not be read on a sheet: asked back with each receipt until the sheet is corrected. The question, never an answer.
 *
 * @param number     that the sender gave the sheet; {@code null} for none
 * @param code       of the sheet
 * @param place      of the question in its form
 * @param answeredAt when the sheet was corrected; {@code null} while it is open
 */
public record PaperQuery(UUID id, UUID parcel, UUID sheet, UUID office, UUID survey, Integer number, String code, String place, Instant askedAt, Instant answeredAt) {

    public boolean isOpen() {
        return answeredAt == null;
    }
}
