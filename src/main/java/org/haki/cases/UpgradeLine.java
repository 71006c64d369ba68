package org.haki.cases;

import java.util.Locale;
import java.util.Map;

/**
 * What becomes of one name of a case type when a case is brought to a newer version.
 *
 * @param label what it is called, by language
 * @param now   what it is called afterwards; the same where nothing changes or nothing takes its place
 */
public record UpgradeLine(Kind kind, Map<String, String> label, Map<String, String> now, Fate fate) {

    /** What it is. */
    public enum Kind { TYPE, STAGE, ROLE, PARTY, QUESTION, STEP }

    /** What becomes of it; all after {@link #FRESH} stand in the way. */
    public enum Fate {
        KEPT, RENAMED,
        /** Stays in history alone. */
        LET_GO,
        /** There was none of it. */
        FRESH,
        /** Nothing says where it went. */
        NOWHERE,
        /** What stands there is no answer in the newer version. */
        UNREADABLE,
        /** It would belong to somebody else, or to nobody. */
        NOT_HERS,
        /** Something else goes to the same place. */
        TAKEN,
        /** Other people may see such a case. */
        OTHER_EYES;

        /** Whether nothing is brought anywhere while there is one of these. */
        public boolean refuses() {
            return compareTo(FRESH) > 0;
        }
    }

    public String label(String language) {
        return new Labels(label).in(language);
    }

    public String now(String language) {
        return new Labels(now).in(language);
    }

    /** For words. */
    public String kindKey() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** For words. */
    public String fateKey() {
        return fate.name().toLowerCase(Locale.ROOT);
    }

    /** A name that nothing takes the place of. */
    public static UpgradeLine of(Kind kind, Map<String, String> label, Fate fate) {
        return new UpgradeLine(kind, label, label, fate);
    }
}
