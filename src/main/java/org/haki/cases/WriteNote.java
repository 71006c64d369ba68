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
 */
public record WriteNote(String text, String on) {

    static final int LONGEST = 100_000;

    /** A form nobody has typed in. */
    public static final WriteNote EMPTY = new WriteNote("", "");

    public WriteNote {
        text = Objects.requireNonNullElse(text, "");
        on = Objects.requireNonNullElse(on, "");
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

    /** The day it happened, or {@code null} for just now. */
    LocalDate day() {
        var day = PartialDate.read(on, "on", new Errors());
        return day == null ? null : day.earliest();
    }
}
