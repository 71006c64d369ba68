package org.haki.referrals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** What should be seen of one case, in so few words that one can check them by eye. */
final class ConsentModel {

    /** The client's latest word to a recipient. */
    record Word(String decision, Set<String> sections, boolean live) {}

    /** A referral's window, or an exception that waits ({@code state} "waiting"). */
    static final class Way {
        final UUID recipient;
        final Set<String> sections;
        final boolean exception;
        /** The receiver that asked for it; {@code null}: the owner of the case. */
        final UUID by;
        final List<String> entries = new ArrayList<>();
        /** What a lead did in the plan, which the owner sees there. */
        final List<String> deeds = new ArrayList<>();
        String state;
        boolean past;
        /** Who took it on, or had it handed over; {@code null} before. */
        UUID reader;

        Way(UUID recipient, Set<String> sections, boolean exception, UUID by) {
            this.recipient = recipient;
            this.sections = sections;
            this.exception = exception;
            this.by = by;
            this.state = exception ? "waiting" : "sent";
        }

        boolean leads() {
            return sections.contains("lead");
        }

        boolean alive() {
            return Set.of("sent", "accepted", "in_service").contains(state);
        }

        boolean open() {
            return Set.of("accepted", "in_service").contains(state) && !past;
        }

    }

    final Map<UUID, Way> ways = new LinkedHashMap<>();
    final List<String> story = new ArrayList<>();
    /** Receivers that their network keeps out for now. */
    final Set<UUID> suspended = new HashSet<>();
    String status = "open";
    /** Who proposed the closing that stands: a receiver, or {@code null}. */
    UUID proposer;
    private final Map<UUID, Word> words = new HashMap<>();

    void say(UUID recipient, String decision, Set<String> sections) {
        words.put(recipient, new Word(decision, new TreeSet<>(sections), decision.equals("given")));
        if (!decision.equals("given")) {
            consented(recipient).forEach(way -> way.state = "revoked");
        }
    }

    /** The time of every yes to this recipient is over. */
    void expire(UUID recipient) {
        words.computeIfPresent(recipient, (_, word) -> new Word(word.decision(), word.sections(), false));
        consented(recipient).forEach(way -> way.past = true);
    }

    boolean covers(UUID recipient, Set<String> sections) {
        var word = words.get(recipient);
        return word != null && word.live() && word.sections().containsAll(sections);
    }

    String decision(UUID recipient) {
        return words.containsKey(recipient) ? words.get(recipient).decision() : "";
    }

    /** The recipient's answer to what was sent; false where it is too late for one. */
    boolean answer(Way way, String state) {
        if (!way.state.equals("sent") || way.past || suspended.contains(way.recipient)) {
            return false;
        }
        way.state = state;
        return true;
    }

    boolean accept(Way way, UUID person) {
        boolean taken = answer(way, "accepted");
        if (taken) {
            way.reader = person;
        }
        return taken;
    }

    /** Whether this person works at the window now. */
    boolean works(Way way, UUID person) {
        return way.open() && person.equals(way.reader) && !suspended.contains(way.recipient);
    }

    boolean isOpen() {
        return status.equals("open");
    }

    /** Whoever leads the case, or was asked to. */
    Optional<Way> lead() {
        return ways.values().stream().filter(way -> way.alive() && way.leads()).findFirst();
    }

    /** Whether somebody beside the lead helps in the case or was asked to; of those that this receiver asked, where one is named. */
    boolean helped(UUID by) {
        return ways.values().stream().anyMatch(way -> way.alive() && !way.leads() && (by == null || by.equals(way.by)));
    }

    /** The night ends what is past its day. */
    void night() {
        ways.values().stream().filter(way -> way.alive() && way.past).forEach(way -> way.state = "revoked");
    }

    boolean end(Way way, String state, boolean possible) {
        if (possible) {
            way.state = state;
        }
        return possible;
    }

    private List<Way> consented(UUID recipient) {
        return ways.values().stream().filter(way -> way.recipient.equals(recipient) && way.alive() && !way.exception).toList();
    }
}
