package org.haki.forms;

import java.time.Instant;
import java.util.UUID;

/**
 * A section as it stands.
 *
 * @param version 0 where nobody saved it yet
 * @param form    the hash of the form it was saved with; "" where nobody did
 */
public record SavedSection(int version, String form, Answers answers, Instant at, UUID by) {

    public static final SavedSection NONE = new SavedSection(0, "", Answers.NONE, null, null);

    public boolean isSaved() {
        return version > 0;
    }
}
