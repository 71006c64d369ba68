package org.haki.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;

/**
 * What a receiver writes at its window, as typed.
 *
 * @param on the day it happened; "" for just now
 */
public record WriteEntry(String kind, String service, String text, String on) {

    /** What can be recorded by itself; a remark comes with the end. */
    public static final List<String> KINDS = List.of("note", "service", "contact");
    static final int LONGEST = 100_000;

    /** A form nobody has typed in. */
    public static final WriteEntry EMPTY = new WriteEntry("note", "", "", "");

    public WriteEntry {
        kind = Objects.requireNonNullElse(kind, "note");
        service = Objects.requireNonNullElse(service, "");
        text = Objects.requireNonNullElse(text, "");
        on = Objects.requireNonNullElse(on, "");
    }

    /** What needs another look. */
    public Errors errors(LocalDate today) {
        var errors = new Errors()
                .unless(KINDS.contains(kind), "kind", "WriteEntry.kind")
                .unless(!kind.equals("service") || Referral.SERVICES.contains(service), "service", "WriteEntry.service")
                .unless(kind.equals("service") || !text.isBlank(), "text", "WriteEntry.text")
                .unless(text.length() <= LONGEST, "text", "WriteEntry.long", LONGEST);
        var day = PartialDate.read(on, "on", errors);
        if (day != null) {
            errors.unless(day.day() != null && !day.about() && !day.isAfter(today), "on", "WriteEntry.on");
        }
        return errors;
    }

    /** The day it happened, or {@code null} for just now. */
    LocalDate day() {
        var day = PartialDate.read(on, "on", new Errors());
        return day == null ? null : day.earliest();
    }
}
