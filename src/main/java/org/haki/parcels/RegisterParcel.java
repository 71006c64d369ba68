package org.haki.parcels;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.Id;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * A parcel as it is registered.
 *
 * @param sender the id of the worker who sent it, or ""
 * @param place  the name of the place that it came from, or ""
 * @param lines  which sheets of which forms
 */
public record RegisterParcel(String office, String sender, String place, String sentOn, String cameOn, String calendar, List<Line> lines) {

    public static final int LINES = 4;
    static final String BIKRAM = "bikram";
    private static final int LONGEST = 80;

    /** Sheets of one form: their numbers, or how many. */
    public record Line(String form, String sheets, String count) {

        boolean isEmpty() {
            return Text.blank(form) && Text.blank(sheets) && Text.blank(count);
        }

        UUID survey() {
            return Id.of(form);
        }
    }

    static RegisterParcel of(Map<String, String> fields) {
        var lines = new ArrayList<Line>();
        for (int line = 1; line <= LINES; line++) {
            lines.add(new Line(said(fields, "form" + line), said(fields, "sheets" + line), said(fields, "count" + line)));
        }
        return new RegisterParcel(said(fields, "office"), said(fields, "sender"), said(fields, "place"), said(fields, "sentOn"), said(fields, "cameOn"),
                said(fields, "calendar"), lines);
    }

    static RegisterParcel empty(LocalDate today, boolean nepal) {
        var none = new Line("", "", "");
        return new RegisterParcel("", "", "", "", today.toString(), nepal ? BIKRAM : "gregorian", List.of(none, none, none, none));
    }

    boolean isBikram() {
        return calendar.equals(BIKRAM);
    }

    LocalDate sent() {
        return day(sentOn, "sentOn", new Errors());
    }

    LocalDate came() {
        return day(cameOn, "cameOn", new Errors());
    }

    SheetNumbers numbers(int line, Errors errors) {
        var said = lines.get(line);
        return SheetNumbers.read(said.sheets(), said.count(), "sheets" + (line + 1), "count" + (line + 1), errors);
    }

    /** What needs another look; the forms are those that can be chosen. */
    Errors errors(LocalDate today, List<UUID> senders, List<UUID> forms) {
        var errors = new Errors();
        boolean worker = senders.stream().anyMatch(one -> one.toString().equals(sender));
        errors.unless(worker || !Text.blank(place), "sender", "RegisterParcel.sender")
                .unless(!worker || Text.blank(place), "place", "RegisterParcel.both")
                .unless(place.length() <= LONGEST, "place", "RegisterParcel.place", LONGEST);
        var sent = day(sentOn, "sentOn", errors);
        var came = day(cameOn, "cameOn", errors);
        errors.unless(came != null || errors.of("cameOn") != null, "cameOn", "RegisterParcel.came")
                .unless(came == null || !came.isAfter(today), "cameOn", "RegisterParcel.ahead")
                .unless(came == null || sent == null || !sent.isAfter(came), "sentOn", "RegisterParcel.order");
        int sheets = 0;
        for (int line = 0; line < lines.size(); line++) {
            var said = lines.get(line);
            if (!said.isEmpty()) {
                errors.unless(forms.stream().anyMatch(one -> one.toString().equals(said.form())), "form" + (line + 1), "RegisterParcel.form");
                var numbers = numbers(line, errors);
                errors.unless(numbers.size() > 0, "sheets" + (line + 1), "RegisterParcel.none");
                sheets += numbers.size();
            }
        }
        return errors.unless(sheets > 0 || errors.all().stream().anyMatch(one -> one.field().matches("(form|sheets|count)\\d")), "form1", "RegisterParcel.empty")
                .unless(sheets <= SheetNumbers.MOST, "sheets1", "SheetNumbers.most", SheetNumbers.MOST);
    }

    private static LocalDate day(String typed, String field, Errors errors) {
        var own = new Errors();
        var day = PartialDate.read(typed, field, own);
        errors.addAll(own);
        if (day != null && (day.day() == null || day.about())) {
            errors.add(field, "RegisterParcel.day");
            return null;
        }
        return day == null ? null : day.earliest();
    }

    private static String said(Map<String, String> fields, String name) {
        return Objects.requireNonNullElse(Text.clean(fields.get(name)), "").strip();
    }
}
