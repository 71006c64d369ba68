package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * What somebody writes down as having happened.
 *
 * @param kind    a kind, or {@code note}
 * @param when    {@code now}, {@code today} or {@code day}; then {@code day} and {@code hour}
 * @param result  what came of it; empty for the usual
 * @param service which service was given, or empty
 */
public record RecordActivity(
        String text,
        String kind,
        String when,
        String day,
        String hour,
        String result,
        String service,
        String nextKind,
        String nextDay,
        String nextHour,
        String nextTitle) {

    static final String NOTE = "note";
    static final int LONGEST_TEXT = 20_000;

    /** The writer as it stands first. */
    public static RecordActivity empty() {
        return new RecordActivity("", NOTE, Happened.NOW, "", "", "", "", "", "", "", "");
    }

    Errors errors(Instant now, ZoneId zone) {
        var errors = new Errors();
        boolean said = !Text.blank(text) || !isNote() && !(Text.blank(result) && Text.blank(service));
        errors.unless(said, "text", "RecordActivity.textMissing");
        errors.addAll(textErrors("text", text));
        var of = ofKind();
        errors.unless(isNote() || of != null && of != Activity.Kind.DEADLINE, "kind", "PlanActivity.kindMissing");
        errors.addAll(happened().errors(now, zone));
        if (of != null) {
            errors.unless(Text.blank(result) || of.results().contains(result), "result", "RecordActivity.resultUnknown");
            errors.unless(of != Activity.Kind.SERVICE || !Text.blank(service), "service", "RecordActivity.serviceMissing");
        }
        return errors.addAll(next().errors(LocalDate.ofInstant(now, zone)));
    }

    static Errors textErrors(String field, String text) {
        return new Errors()
                .unless(text == null || text.length() <= LONGEST_TEXT, field, "RecordActivity.textLong", LONGEST_TEXT);
    }

    public boolean isNote() {
        return NOTE.equals(kind);
    }

    Activity.Kind ofKind() {
        return Activity.Kind.of(kind);
    }

    /** When it happened. */
    public Instant at(Instant now, ZoneId zone) {
        return happened().at(now, zone);
    }

    Happened happened() {
        return new Happened(when, day, hour);
    }

    NextStep next() {
        return new NextStep(nextKind, nextDay, nextHour, nextTitle, "");
    }
}
