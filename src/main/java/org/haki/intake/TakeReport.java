package org.haki.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * A report as a colleague types it while somebody calls, stands at the desk, or has written a letter.
 *
 * @param code a word of the caller's own to come back with, or "" for digits
 */
public record TakeReport(
        String channel,
        String office,
        String received,
        String reporter,
        String relation,
        String survivor,
        String about,
        String words,
        String where,
        String when,
        String age,
        String safe,
        String reach,
        String number,
        String whose,
        List<String> hour,
        String ifOther,
        String code,
        String note) {

    /** The channels that staff type in. */
    public static final List<String> CHANNELS = List.of("phone", "walk_in", "letter");

    private static final int LONG = 50_000;
    private static final int SHORT = 500;

    public TakeReport {
        channel = Objects.requireNonNullElse(channel, "");
        office = Objects.requireNonNullElse(office, "");
        received = Objects.requireNonNullElse(received, "");
        reporter = Objects.requireNonNullElse(reporter, "");
        relation = Objects.requireNonNullElse(relation, "");
        survivor = Objects.requireNonNullElse(survivor, "");
        about = Objects.requireNonNullElse(about, "");
        words = Objects.requireNonNullElse(words, "");
        where = Objects.requireNonNullElse(where, "");
        when = Objects.requireNonNullElse(when, "");
        age = Objects.requireNonNullElse(age, "");
        safe = Objects.requireNonNullElse(safe, "");
        reach = Objects.requireNonNullElse(reach, "");
        number = Objects.requireNonNullElse(number, "");
        whose = Objects.requireNonNullElse(whose, "");
        hour = hour == null ? List.of() : List.copyOf(hour);
        ifOther = Objects.requireNonNullElse(ifOther, "");
        code = Objects.requireNonNullElse(code, "");
        note = Objects.requireNonNullElse(note, "");
    }

    /** A form that nobody has typed in. */
    static TakeReport empty() {
        return new TakeReport(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    Errors errors(List<String> offices, LocalDate today) {
        var errors = new Errors()
                .unless(CHANNELS.contains(channel), "channel", "TakeReport.channel.needed")
                .unless(offices.contains(office), "office", "TakeReport.office.needed");
        var day = PartialDate.read(received, "received", errors);
        if (day != null) {
            errors.unless(day.day() != null, "received", "TakeReport.received.day");
            errors.unless(!day.isAfter(today), "received", "TakeReport.received.future");
        }
        errors.unless(!Text.blank(words), "words", "TakeReport.words.needed");
        longest(errors, "words", words, LONG);
        errors.unless(about.isEmpty() || Told.ABOUT.contains(about), "about", "TakeReport.choose")
                .unless(Told.AGE_GROUPS.contains(age), "age", "TakeReport.age.needed")
                .unless(safe.isEmpty() || Told.URGENCIES.contains(safe), "safe", "TakeReport.choose")
                .unless(Told.REACH.contains(reach), "reach", "TakeReport.reach.needed")
                .unless(whose.isEmpty() || Told.WHOSE.contains(whose), "whose", "TakeReport.choose")
                .unless(Told.HOURS.containsAll(hour), "hour", "TakeReport.choose");
        longest(errors, "reporter", reporter, SHORT);
        longest(errors, "relation", relation, SHORT);
        longest(errors, "survivor", survivor, SHORT);
        longest(errors, "where", where, SHORT);
        longest(errors, "when", when, SHORT);
        longest(errors, "number", number, SHORT);
        longest(errors, "ifOther", ifOther, SHORT);
        longest(errors, "note", note, LONG);
        return errors.unless(Text.blank(code) || !Receipt.easy(Receipt.read(code)), "code", "ReportForm.code.other");
    }

    /** What is handed in; asked only when there is nothing wrong. */
    Told told(UUID id, String language, ZoneId zone, Instant now) {
        var day = PartialDate.read(received, "received", new Errors());
        var at = day == null || day.earliest().equals(LocalDate.ofInstant(now, zone))
                ? now : day.earliest().atTime(12, 0).atZone(zone).toInstant();
        return new Told(id, UUID.fromString(office), channel, language, about.isEmpty() ? "unknown" : about, age,
                safe.isEmpty() ? "urgent" : safe, reach, at, false, account());
    }

    private Account account() {
        return new Account(words, where, when, PartialDate.read(when, "when", new Errors()), survivor, reporter, relation, number,
                whose, hour, ifOther, note);
    }

    private static void longest(Errors errors, String field, String text, int most) {
        errors.unless(text.length() <= most, field, "TakeReport.long", most);
    }
}
