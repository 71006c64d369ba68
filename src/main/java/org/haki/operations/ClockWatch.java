package org.haki.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches the machine's clock. After it jumped, or when Haki starts long after it was last seen or before that, nothing is
 * destroyed by its date until Haki has run some hours under a clock that goes evenly: time to notice it, and to set it right.
 */
@Component
class ClockWatch {

    /** The word in the ledger of jobs under which stands when a clock that could be trusted was last seen. */
    static final String SEEN = "watch the clock";

    /** How long it is waited. */
    static final Duration STEADY = Duration.ofHours(8);

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);
    private static final Duration JUMP = Duration.ofHours(1);
    private static final Duration AWAY = Duration.ofDays(4);

    /** The clock, and beside it what counts evenly whatever the clock says. */
    private record Look(Instant at, long nanos) {}

    private final JobRepository ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LongSupplier nanos;
    private Look last;
    private Look unsure;
    private Instant noted = Instant.EPOCH;

    @Autowired
    ClockWatch(JobRepository ledger, TransactionTemplate transaction, Clock clock) {
        this(ledger, transaction, clock, System::nanoTime);
    }

    ClockWatch(JobRepository ledger, TransactionTemplate transaction, Clock clock, LongSupplier nanos) {
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Whether what is done for good by its date may be done now. */
    synchronized boolean isSteady() {
        var now = new Look(clock.instant(), nanos.getAsLong());
        var expected = last == null ? seen() : last.at().plusNanos(now.nanos() - last.nanos());
        var most = last == null ? AWAY : JUMP;
        if (expected != null && (now.at().isBefore(expected.minus(JUMP)) || now.at().isAfter(expected.plus(most)))) {
            unsure = now;
            LOG.error("The clock says {} where {} was expected. For {} hours nothing is destroyed by its date; if it is wrong, set it right.",
                    now.at(), expected, STEADY.toHours());
        }
        last = now;
        if (unsure != null && now.nanos() - unsure.nanos() < STEADY.toNanos()) {
            return false;
        }
        unsure = null;
        note(now.at());
        return true;
    }

    private Instant seen() {
        return transaction.execute(_ -> ledger.ranAt(SEEN)).orElse(null);
    }

    /** Written down once an hour. */
    private void note(Instant now) {
        if (Duration.between(noted, now).abs().compareTo(JUMP) >= 0) {
            transaction.executeWithoutResult(_ -> ledger.ran(SEEN, "done"));
            noted = now;
        }
    }
}
