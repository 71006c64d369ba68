package org.haki.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.haki.kernel.Errors;
import org.haki.kernel.PartialDate;
import org.haki.kernel.Text;

/**
 * One line of the register of walk-ins, as typed.
 *
 * @param day     when somebody came; today where it is empty
 * @param name    may stay empty
 * @param note    what was asked and what was done
 * @param service what was given, where advice was all
 * @param then    {@link #CASE} where it becomes a case at once
 */
public record WriteWalkIn(
        String day, String office, String name, String sex, String ageGroup, String topic, String where, String note, String service,
        String then) {

    static final String CASE = "case";
    private static final int SHORT = 200;
    private static final int LONG = 4_000;

    public WriteWalkIn {
        day = Objects.requireNonNullElse(day, "");
        office = Objects.requireNonNullElse(office, "");
        name = Objects.requireNonNullElse(name, "");
        sex = Objects.requireNonNullElse(sex, "");
        ageGroup = Objects.requireNonNullElse(ageGroup, "");
        topic = Objects.requireNonNullElse(topic, "");
        where = Objects.requireNonNullElse(where, "");
        note = Objects.requireNonNullElse(note, "");
        service = Objects.requireNonNullElse(service, "");
        then = Objects.requireNonNullElse(then, "");
    }

    /** An empty line of this day, in this office. */
    static WriteWalkIn empty(LocalDate today, String office) {
        return new WriteWalkIn(today.toString(), office, "", "", "", "", "", "", "", "");
    }

    boolean isCase() {
        return then.equals(CASE);
    }

    Errors errors(Set<String> offices, Set<String> services, List<String> sexes, LocalDate today) {
        var errors = new Errors();
        var came = PartialDate.read(day, "day", errors);
        errors.unless(came == null || !came.isAfter(today), "day", "WriteWalkIn.day.future")
                .unless(offices.contains(office), "office", "TakeReport.choose")
                .unless(name.length() <= SHORT, "name", "TakeReport.long", SHORT)
                .unless(sexes.contains(sex), "sex", "GiveAdvice.sex.needed")
                .unless(Told.AGE_GROUPS.contains(ageGroup), "ageGroup", "GiveAdvice.ageGroup.needed")
                .unless(GiveAdvice.TOPICS.contains(topic), "topic", "GiveAdvice.topic.needed")
                .unless(where.length() <= SHORT, "where", "TakeReport.long", SHORT)
                .unless(!Text.blank(note), "note", "WriteWalkIn.note.needed")
                .unless(note.length() <= LONG, "note", "TakeReport.long", LONG);
        return isCase() ? errors : errors.unless(services.contains(service), "service", "GiveAdvice.service.needed");
    }

    /** What comes in by it; asked only when there is nothing wrong. */
    Told told(UUID id, String language, ZoneId zone, Instant now) {
        var came = PartialDate.read(day, "day", new Errors());
        var at = came == null || came.earliest().equals(LocalDate.ofInstant(now, zone))
                ? now : came.earliest().atTime(12, 0).atZone(zone).toInstant();
        var account = new Account(note, where, "", null, "", name, "", "", "", List.of(), "", "");
        return new Told(id, UUID.fromString(office), WalkIns.CHANNEL, language, "me", ageGroup, "normal", Told.NOT_ASKED, at, false, account);
    }

    GiveAdvice advice() {
        return new GiveAdvice(topic, note, service, sex, ageGroup);
    }
}
