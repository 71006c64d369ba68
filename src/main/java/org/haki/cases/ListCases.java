package org.haki.cases;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which cases a list shows, as its address says; what cannot be read is left out.
 *
 * @param status "" for those in work, a {@link CaseStatus} key, or "all"
 * @param type   the key of a case type, or ""
 * @param stage  a stage's key, or ""
 * @param owner  "me", "everyone", "queue", a colleague's id, or "" for what suits the reader's role
 * @param fenced "yes" for those kept to their team only, or ""
 * @param after  the mark of the last case of the page before, or ""
 */
public record ListCases(String status, String type, String stage, String owner, String urgency, String office, String fenced, String after) {

    static final List<String> URGENCIES = List.of("emergency", "urgent", "normal");
    static final List<String> STATUSES = List.of("open", "closing", "closed", "archived", "all");
    private static final List<String> IN_WORK = List.of("open", "closing");
    private static final List<String> ALL = List.of("open", "closing", "closed", "archived");

    /** A place in the list: the last word and the id of a case. */
    record Mark(Instant touched, UUID id) {

        static final Mark NEWEST = new Mark(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

        static Mark of(CaseFile file) {
            return new Mark(file.touchedAt(), file.id());
        }

        static Mark read(String text) {
            try {
                var parts = text.split("_", 2);
                return new Mark(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS), UUID.fromString(parts[1]));
            } catch (RuntimeException notAMark) {
                return NEWEST;
            }
        }

        @Override
        public String toString() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, touched) + "_" + id;
        }
    }

    public ListCases {
        status = known(status, STATUSES);
        type = Objects.requireNonNullElse(type, "");
        stage = Objects.requireNonNullElse(stage, "");
        owner = Objects.requireNonNullElse(owner, "");
        urgency = known(urgency, URGENCIES);
        office = Objects.requireNonNullElse(office, "");
        fenced = known(fenced, List.of("yes"));
        after = Objects.requireNonNullElse(after, "");
    }

    List<String> statuses() {
        return status.isEmpty() ? IN_WORK : status.equals("all") ? ALL : List.of(status);
    }

    /** Whether it asks for more than an owner and a status. */
    public boolean isNarrowedFurther() {
        return !(type + stage + urgency + office + fenced).isEmpty();
    }

    Mark mark() {
        return Mark.read(after);
    }

    /** The owner asked for, or {@code null} where it is none of our ids. */
    UUID ownerId() {
        return id(owner);
    }

    UUID officeId() {
        return id(office);
    }

    /** The same list for another owner. */
    public String addressOfOwner(String other) {
        return new ListCases(status, type, stage, other, urgency, office, fenced, "").address();
    }

    /** The same list after this mark; from its beginning where that is {@code null}. */
    String addressAfter(Mark mark) {
        return from(mark).address();
    }

    /** The same list from this mark on; from its beginning where that is {@code null}. */
    ListCases from(Mark mark) {
        return new ListCases(status, type, stage, owner, urgency, office, fenced, mark == null ? "" : mark.toString());
    }

    /** Where the whole of this list is taken along. */
    public String downloadAddress() {
        return from(null).address().replaceFirst("^/cases\\??", "/downloads?list=cases&").replaceFirst("&$", "");
    }

    /** The address of this list; ids and keys only. */
    public String address() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("status", status);
        parts.put("type", type.matches("[a-z0-9_]{1,40}") ? type : "");
        parts.put("stage", stage.matches("[a-z0-9_]{1,40}") ? stage : "");
        parts.put("owner", owner.matches("[a-z0-9-]{1,36}") ? owner : "");
        parts.put("urgency", urgency);
        parts.put("office", officeId() == null ? "" : office);
        parts.put("fenced", fenced);
        parts.put("after", after);
        var query = parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/cases" : "/cases?" + query;
    }

    private static String known(String text, List<String> allowed) {
        return text != null && allowed.contains(text) ? text : "";
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
