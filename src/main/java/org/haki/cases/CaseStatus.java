package org.haki.cases;

import java.util.Locale;

/** Where a case stands in its life. The stages of its type apply only while it is open. */
public enum CaseStatus {
    OPEN, CLOSING, CLOSED, ARCHIVED, MERGED, PURGED;

    /** As it is kept and as its words are keyed. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CaseStatus of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
