package org.haki.entities;

import java.util.Locale;

/** What became of what a filled-in form said of a thing. */
public enum EntityOutcome {
    /** It says nothing of it, or said it before. */
    NOTHING,
    /** It is there now. */
    MADE,
    /** It was changed. */
    CHANGED,
    /** It waits for what it follows. */
    HELD,
    /** It names no thing. */
    NO_ID,
    /** It makes one without saying what that is called. */
    NO_LABEL,
    /** It makes one that is there. */
    THERE,
    /** It changes one that is not there, or not to be seen. */
    NO_SUCH,
    /** It does not say from which version it set out, or from one that never was. */
    NO_VERSION,
    /** It says from where a run of changes set out, and not which run that is. */
    NO_BRANCH;

    /** Whether nothing came of it though it says something. */
    public boolean wrong() {
        return ordinal() >= NO_ID.ordinal();
    }

    /** As it is noted. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
