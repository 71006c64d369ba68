package org.haki.sheets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.haki.forms.Filled;
import org.haki.forms.Merge;
import org.haki.forms.SavedSection;
import org.haki.forms.Wrong;

/** A section could not be saved as it came in. The page comes back with what was typed, and says why. */
final class NotSaved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    enum Why {
        /** Something needs another look. */
        WRONG(422),
        /** What was answered is no longer asked. */
        NOT_ASKED(422),
        /** An expression of the form ran too long, or failed. */
        NOT_RECKONED(422),
        /** Somebody else answered the same questions meanwhile. */
        CLASH(409),
        /** The questions changed since the form was drawn. */
        OLD_FORM(409);

        private final int status;

        Why(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** The end of the key of its sentence. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final transient Why why;
    private final transient SavedSection now;
    private final transient Filled filled;
    private final transient Map<String, String> typed;
    private final transient List<Wrong> wrongs;
    private final transient Merge merge;
    private final transient List<String> lost;

    /** {@code now} is what stands there, {@code merge} what came of both, or {@code null} where nobody else wrote. */
    NotSaved(Why why, SavedSection now, Filled filled, Map<String, String> typed, List<Wrong> wrongs, Merge merge, List<String> lost) {
        super(why.name(), null, false, false);
        this.why = why;
        this.now = now;
        this.filled = filled;
        this.typed = typed;
        this.wrongs = wrongs;
        this.merge = merge;
        this.lost = lost;
    }

    Why why() {
        return why;
    }

    SavedSection now() {
        return now;
    }

    Filled filled() {
        return filled;
    }

    Map<String, String> typed() {
        return typed;
    }

    List<Wrong> wrongs() {
        return wrongs;
    }

    Merge merge() {
        return merge;
    }

    List<String> lost() {
        return lost;
    }
}
