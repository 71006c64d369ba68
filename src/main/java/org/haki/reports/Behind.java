package org.haki.reports;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.kernel.Problem;

/**
 * Which deeds are behind a figure: of these kinds, and in each of these fields one of these keys. An address holds keys and ids
 * only, a choice of several with dots between.
 */
public record Behind(List<String> kinds, Map<String, List<String>> fields) {

    private static final Set<String> FIELDS = Set.of("outcome", "result", "reason", "channel", "urgency", "case_type", "stage", "service",
            "in_time", "partner_id", "age_group", "sex", "worker", "class", "month");
    /** Of whom she is; only for readers who may know it of anybody. */
    private static final Set<String> ABOUT_HER = Set.of("age_group", "sex");
    private static final Set<String> WORK = Set.of("activity_done", "deadline_met", "deadline_missed", "service_given");
    /** What nobody counts case by case: what a client decided or answered, what was seen at an institution. */
    private static final Set<String> NEVER = Set.of("consent_recorded", "observation", "incident", "answered", "contact_counted", "withdrawn");
    private static final String KEY = "[a-z0-9_-]{1,40}";
    private static final int MOST = 12;
    /** As many as no figure of ours has; each more field multiplies them. */
    private static final int MOST_ALTERNATIVES = 500;

    public static Behind of(String... kinds) {
        return new Behind(List.of(kinds), Map.of());
    }

    /** Only those with one of these keys in this field. */
    public Behind with(String field, String... keys) {
        if (!FIELDS.contains(field)) {
            throw new IllegalArgumentException("No such field: " + field);
        }
        var all = new LinkedHashMap<>(fields);
        all.put(field, List.of(keys));
        return new Behind(kinds, all);
    }

    /** As an address says; what is none of ours is left out. */
    static Behind read(Map<String, String> asked) {
        var kinds = keys(asked.getOrDefault("kind", "")).stream()
                .filter(kind -> !NEVER.contains(kind) && Arrays.stream(FactKind.values()).anyMatch(known -> known.key().equals(kind))).toList();
        var fields = new LinkedHashMap<String, List<String>>();
        asked.forEach((field, value) -> {
            if (FIELDS.contains(field) && !keys(value).isEmpty()) {
                fields.put(field, keys(value));
            }
        });
        return new Behind(kinds, fields);
    }

    private static List<String> keys(String text) {
        return Arrays.stream(text.split("\\.")).filter(key -> key.matches(KEY)).distinct().limit(MOST).toList();
    }

    /** As part of the query of an address. */
    public String query() {
        return "kind=" + String.join(".", kinds) + fields.entrySet().stream()
                .map(one -> "&" + one.getKey() + "=" + String.join(".", one.getValue())).sorted().collect(Collectors.joining());
    }

    /** The verb by which a reader sees what they are about: what was done in a case is its content, and so is whom we asked to help. */
    public String verb() {
        return kinds.stream().anyMatch(WORK::contains) ? "case.read"
                : kinds.stream().anyMatch(kind -> kind.startsWith("referral")) ? "referral.see"
                : fields.keySet().stream().anyMatch(ABOUT_HER::contains) ? "person.see"
                : kinds.stream().allMatch(kind -> kind.startsWith("intake")) ? "intake.see" : "case.see";
    }

    /** Whose deeds only, or {@code null}; a closing is of whoever proposed it. */
    UUID worker() {
        try {
            return fields.containsKey("worker") ? UUID.fromString(fields.get("worker").getFirst()) : null;
        } catch (IllegalArgumentException nobody) {
            return new UUID(0, 0);
        }
    }

    /** Of these days those that lie in the month that is asked for, where one is. */
    Period within(Period period) {
        try {
            var month = keysOf("month").isEmpty() ? null : YearMonth.parse(keysOf("month").getFirst());
            return month == null ? period : new Period(
                    month.atDay(1).isAfter(period.from()) ? month.atDay(1) : period.from(),
                    month.atEndOfMonth().isBefore(period.to()) ? month.atEndOfMonth() : period.to());
        } catch (DateTimeParseException noMonth) {
            return period;
        }
    }

    /** The keys of this field, or none. */
    List<String> keysOf(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Every way in which the columns of a fact may stand, each as the row must hold it; nothing is there for an address that asks for too many. */
    List<Map<String, Object>> alternatives() {
        if (fields.values().stream().mapToLong(List::size).reduce(1, (some, more) -> Math.min(some * more, MOST_ALTERNATIVES + 1)) > MOST_ALTERNATIVES) {
            throw Problem.notFound();
        }
        List<Map<String, Object>> all = List.of(Map.of());
        for (var field : fields.entrySet()) {
            if (Set.of("worker", "class", "month").contains(field.getKey())) {
                continue;
            }
            var longer = new ArrayList<Map<String, Object>>();
            for (var one : all) {
                for (var key : field.getValue()) {
                    var more = new LinkedHashMap<>(one);
                    more.put(field.getKey(), field.getKey().equals("in_time") ? (Object) key.equals("yes") : key);
                    longer.add(more);
                }
            }
            all = longer;
        }
        return all;
    }
}
