package org.haki.intake;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.haki.kernel.Errors;
import org.haki.kernel.Text;

/**
 * When to call her back: up to three moments in the time of the office, and who calls.
 *
 * @param at  each as 2026-11-19T10:30, in digits of any script
 * @param who the colleague who calls
 */
public record PlanCalls(List<String> at, String who) {

    private static final int MOST = 3;
    private static final int FARTHEST_DAYS = 60;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
            .withResolverStyle(java.time.format.ResolverStyle.STRICT);

    public PlanCalls {
        at = at == null ? List.of() : List.copyOf(at);
        who = Objects.requireNonNullElse(who, "");
    }

    /** The form with these moments in it. */
    static PlanCalls suggested(List<LocalDateTime> moments, String who) {
        return new PlanCalls(moments.stream().map(MINUTE::format).toList(), who);
    }

    Errors errors(List<String> colleagues, List<String> hours, LocalDateTime now) {
        var errors = new Errors();
        var moments = at.stream().filter(typed -> !Text.blank(typed)).toList();
        errors.unless(!moments.isEmpty() && moments.size() <= MOST, "at", "PlanCalls.at.needed");
        for (var typed : moments) {
            var moment = read(typed);
            if (moment == null) {
                errors.add("at", "PlanCalls.at.unreadable");
            } else if (moment.isBefore(now.minusMinutes(MOST)) || moment.isAfter(now.plusDays(FARTHEST_DAYS))) {
                errors.add("at", "PlanCalls.at.past");
            } else if (!SafeHours.safe(hours, moment.toLocalTime())) {
                errors.add("at", "PlanCalls.at.unsafe");
            }
        }
        errors.unless(moments.stream().distinct().count() == moments.size(), "at", "PlanCalls.at.same");
        return errors.unless(colleagues.contains(who), "who", "PlanCalls.who");
    }

    /** The moments that were typed; asked only when there is nothing wrong. */
    List<LocalDateTime> moments() {
        return at.stream().filter(typed -> !Text.blank(typed)).map(PlanCalls::read).sorted().toList();
    }

    private static LocalDateTime read(String typed) {
        try {
            return LocalDateTime.parse(Text.westernDigits(typed).strip().replace(' ', 'T'), MINUTE);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
