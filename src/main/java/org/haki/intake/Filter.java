package org.haki.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Which intakes somebody looks at; the query of the address, nothing else remembers it.
 *
 * @param view    one of {@link #VIEWS}
 * @param urgency only these, or ""
 * @param channel only these, or ""
 * @param after   the last row of the page before, as {@link #cursor} wrote it, or ""
 */
public record Filter(String view, String urgency, String channel, String after) {

    public static final List<String> VIEWS = List.of("waiting", "call_back", "quarantine", "decided");
    static final List<String> RANKS = Told.URGENCIES;

    /** Where a page begins. */
    record Start(int rank, Instant at, UUID id) {}

    private static final UUID LOWEST = new UUID(0, 0);
    private static final UUID HIGHEST = new UUID(-1, -1);

    public Filter {
        view = known(VIEWS, view, VIEWS.getFirst());
        urgency = known(Told.URGENCIES, urgency, "");
        channel = known(Told.CHANNELS, channel, "");
        after = Objects.requireNonNullElse(after, "");
    }

    boolean decided() {
        return view.equals("decided");
    }

    boolean quarantine() {
        return view.equals("quarantine");
    }

    /** The states of those who wait in this view. */
    List<String> states() {
        return switch (view) {
            case "waiting" -> List.of("received");
            case "call_back" -> List.of("call_back");
            default -> List.of("received", "call_back");
        };
    }

    /** The last row of a page, for the address of the next. */
    String cursor(Intake last) {
        return decided()
                ? "0." + micros(last.decidedAt()) + "." + last.id()
                : RANKS.indexOf(last.urgency()) + "." + micros(last.receivedAt()) + "." + last.id();
    }

    /** Where this page begins; an unreadable cursor is the first page. */
    Start start() {
        try {
            var parts = after.split("\\.", 3);
            long micros = Long.parseLong(parts[1]);
            return new Start(Integer.parseInt(parts[0]),
                    Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000),
                    UUID.fromString(parts[2]));
        } catch (RuntimeException firstPage) {
            return decided()
                    ? new Start(0, Instant.parse("9999-01-01T00:00:00Z"), HIGHEST)
                    : new Start(-1, Instant.EPOCH, LOWEST);
        }
    }

    /** The same filter in another view, from its beginning. */
    public Filter in(String otherView) {
        return new Filter(otherView, urgency, channel, "");
    }

    /** The same filter after this row. */
    public Filter after(String cursor) {
        return new Filter(view, urgency, channel, cursor);
    }

    public boolean narrowed() {
        return !urgency.isEmpty() || !channel.isEmpty();
    }

    /** As the query of an address: nothing for the plain queue. */
    public String query() {
        var parts = new ArrayList<String>();
        if (!view.equals(VIEWS.getFirst())) {
            parts.add("view=" + view);
        }
        if (!urgency.isEmpty()) {
            parts.add("urgency=" + urgency);
        }
        if (!channel.isEmpty()) {
            parts.add("channel=" + channel);
        }
        if (!after.isEmpty()) {
            parts.add("after=" + after);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    /** Where all of it is taken along. */
    public String downloadAddress() {
        return "/downloads" + after("").with("list=intake");
    }

    /** The query of this filter with one more parameter. */
    String with(String parameter) {
        return query().isEmpty() ? "?" + parameter : query() + "&" + parameter;
    }

    private static String known(List<String> values, String value, String otherwise) {
        return value != null && values.contains(value) ? value : otherwise;
    }

    private static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
