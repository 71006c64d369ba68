package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * That a planned activity was done.
 *
 * @param override why it was done before what it waits for, a key of {@link Reasons#OUT_OF_ORDER}; empty where nothing
 *                 holds it up
 */
public record CompleteActivity(
        String text,
        String when,
        String day,
        String hour,
        String result,
        String service,
        String override,
        String nextKind,
        String nextDay,
        String nextHour,
        String nextTitle,
        String nextPlace) {

    public CompleteActivity {
        result = Objects.requireNonNullElse(result, "");
        override = Objects.requireNonNullElse(override, "");
        nextPlace = Objects.requireNonNullElse(nextPlace, "");
    }

    static CompleteActivity empty() {
        return new CompleteActivity("", Happened.NOW, "", "", "", "", "", "", "", "", "", "");
    }

    /** What came of it on that day, and where and when it goes on: {@code nextDay} is empty where nothing is planned. */
    public static CompleteActivity on(String day, String result, String text, String nextDay, String nextTitle, String nextPlace) {
        var nextKind = Text.blank(nextDay) ? "" : Activity.Kind.TASK.key();
        return new CompleteActivity(text, Happened.ANOTHER_DAY, day, "", result, "", "", nextKind, nextDay, "", nextTitle, nextPlace);
    }

    Errors errors(Activity activity, Instant now, ZoneId zone) {
        var kind = activity.kind();
        var errors = new Errors();
        errors.unless(kind.results().size() == 1 || kind.results().contains(result), "result", "CompleteActivity.resultMissing");
        errors.unless(kind != Activity.Kind.SERVICE || !Text.blank(service), "service", "RecordActivity.serviceMissing");
        errors.unless(!activity.hard() || !Text.blank(text), "text", "CompleteActivity.textMissing");
        errors.addAll(RecordActivity.textErrors("text", text));
        errors.addAll(happened().errors(now, zone));
        errors.unless(
                !activity.blocked() || Reasons.OUT_OF_ORDER.contains(override), "override", "CompleteActivity.overrideMissing");
        return errors.addAll(next().errors(LocalDate.ofInstant(now, zone)));
    }

    /** What came of it: as chosen, or the only thing that can. */
    String resultOf(Activity.Kind kind) {
        return kind.results().size() == 1 ? kind.results().getFirst() : result;
    }

    Happened happened() {
        return new Happened(when, day, hour);
    }

    NextStep next() {
        return new NextStep(nextKind, nextDay, nextHour, nextTitle, nextPlace);
    }
}
