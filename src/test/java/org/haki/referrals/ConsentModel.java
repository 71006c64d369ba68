package org.haki.referrals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        final List<String> entries = new ArrayList<>();
        String state;
        boolean past;
        boolean accepted;

        Way(UUID recipient, Set<String> sections, boolean exception) {
            this.recipient = recipient;
            this.sections = sections;
            this.exception = exception;
            this.state = exception ? "waiting" : "sent";
        }

        boolean alive() {
            return Set.of("sent", "accepted").contains(state);
        }

        boolean open() {
            return state.equals("accepted") && !past;
        }

        boolean shows(String section) {
            return open() && sections.contains(section);
        }
    }

    final Map<UUID, Way> ways = new LinkedHashMap<>();
    final List<String> story = new ArrayList<>();
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
        if (!way.state.equals("sent") || way.past) {
            return false;
        }
        way.state = state;
        way.accepted = state.equals("accepted");
        return true;
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
