package org.haki.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How far a file is on its way. */
public record DownloadProgress(long rows, State state) {

    /** Whether more comes. */
    public enum State { RUNNING, OVER, TORN }

    /** A file on its way. */
    static final class Running {
        private final UUID person;
        private final Instant since;
        private volatile DownloadProgress now = new DownloadProgress(0, State.RUNNING);

        private Running(UUID person, Instant since) {
            this.person = person;
            this.since = since;
        }

        void at(long rows) {
            now = new DownloadProgress(rows, State.RUNNING);
        }

        /** Only the first end counts. */
        void end(boolean whole) {
            if (now.state() == State.RUNNING) {
                now = new DownloadProgress(now.rows(), whole ? State.OVER : State.TORN);
            }
        }
    }

    /** Files on their way, by the form that asked for them; forgotten after a while. */
    @Component
    static class Board {
        private static final Duration KEPT = Duration.ofMinutes(10);
        private final Map<UUID, Running> running = new ConcurrentHashMap<>();

        Running begin(UUID op, UUID person, Instant now) {
            running.values().removeIf(one -> one.now.state() != State.RUNNING && one.since.plus(KEPT).isBefore(now));
            var one = new Running(person, now);
            running.put(op, one);
            return one;
        }

        /** How far the file is that this person asked for. */
        Optional<DownloadProgress> of(UUID op, UUID person) {
            return Optional.ofNullable(running.get(op)).filter(one -> one.person.equals(person)).map(one -> one.now);
        }
    }
}
