package org.haki.access;

import java.time.LocalDate;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/** From when until when one is away, and who stands in. */
public record AwayForm(String from, String until, String standIn) {

    Errors errors() {
        return new Errors()
                .unless(Text.blank(from) || day(from) != null, "from", "AwayForm.day")
                .unless(Text.blank(until) || day(until) != null, "until", "AwayForm.day")
                .unless(Text.blank(from) == Text.blank(standIn), "standIn", "AwayForm.standIn")
                .unless(day(from) == null || day(until) == null || !day(until).isBefore(day(from)), "until", "AwayForm.order");
    }

    LocalDate fromDay() {
        return day(from);
    }

    LocalDate untilDay() {
        return day(until);
    }

    UUID standInId() {
        return Text.blank(standIn) ? null : Id.of(standIn);
    }

    /** The browser's own picker, unless something was typed that it could not show again. */
    public static String input(String typed) {
        return Text.blank(typed) || typed.matches("\\d{4}-\\d{2}-\\d{2}") ? "date" : "text";
    }

    private static LocalDate day(String typed) {
        var read = PartialDate.read(typed, "", new Errors());
        return read == null || read.about() || read.day() == null ? null : read.earliest();
    }
}
