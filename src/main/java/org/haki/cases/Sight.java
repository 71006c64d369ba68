package org.haki.cases;

import java.util.Locale;

/** What keeps a colleague from finding a case; drawn as the sentence {@code Sight.<key>}. */
enum Sight {
    /** There is no such case, or it is another organisation's, or of an office that is not the asker's. */
    UNKNOWN,
    /** She works cases, in other offices than this one. */
    OFFICE,
    /** No role of hers includes cases. */
    ROLE,
    /** It is kept to its team, and she is not on it. */
    FENCED,
    /** It is archived: she finds it among the archived ones. */
    ARCHIVED,
    /** She sees its card; her role does not include its story. */
    CARD,
    /** Nothing does. */
    SEEN;

    /** What somebody sees whose role includes cases in the case's office. */
    static Sight of(KnownCase known, boolean reads) {
        if (known.fenced() && !known.onTeam()) {
            return FENCED;
        }
        if (known.status().equals(CaseStatus.ARCHIVED.key())) {
            return ARCHIVED;
        }
        return reads ? SEEN : CARD;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
