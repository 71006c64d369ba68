package org.haki.files;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored document: what stands in clear of it.
 *
 * @param kind  "signature", drawn on a screen, or "photo"
 * @param key   under which its parts are sealed
 * @param size  in bytes, once cleaned
 * @param parts in how many it lies
 */
public record Document(UUID id, UUID caseId, UUID key, String kind, String mediaType, int size, int parts, Instant at, UUID by) {

    /** A name for whoever saves it: nobody's. */
    public String fileName() {
        return "haki-" + id.toString().substring(24) + (mediaType.equals(Picture.PNG) ? ".png" : ".jpg");
    }
}
