package org.haki.cases;

import java.time.LocalDate;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;

/**
 * What someone writes into the story.
 *
 * @param text the words
 * @param on   the day it happened; "" for just now
 * @param keep "yes" where no other organisation with a window on the case may read it
 */
public record WriteNote(String text, String on, String keep) {

    static final int LONGEST = 100_000;

    /** A form nobody has typed in. */
    public static final WriteNote EMPTY = new WriteNote("", "");

    /** A note that windows show as well. */
    public WriteNote(String text, String on) {
        this(text, on, "");
    }

    public WriteNote {
        text = Objects.requireNonNullElse(text, "");
        on = Objects.requireNonNullElse(on, "");
        keep = Objects.requireNonNullElse(keep, "");
    }

    /** What needs another look. */
    public Errors errors(LocalDate today) {
        var errors = new Errors();
        errors.unless(!text.isBlank(), "text", "WriteNote.text");
        errors.unless(text.length() <= LONGEST, "text", "WriteNote.long", LONGEST);
        var day = PartialDate.read(on, "on", errors);
        if (day != null) {
            errors.unless(day.day() != null && !day.about(), "on", "WriteNote.on.day");
            errors.unless(!day.isAfter(today), "on", "WriteNote.on.future");
        }
        return errors;
    }

    boolean isKept() {
        return keep.equals("yes");
    }

    /** The day it happened, or {@code null} for just now. */
    LocalDate day() {
        var day = PartialDate.read(on, "on", new Errors());
        return day == null ? null : day.earliest();
    }
}
