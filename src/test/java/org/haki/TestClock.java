package org.haki;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test moves on: {@code @Import(TestClock.class)} beside {@link HakiTest}. The database keeps its own. */
@TestConfiguration
public class TestClock {

    private final Moved clock = new Moved();

    @Bean
    @Primary
    Clock movedClock() {
        return clock;
    }

    /** Lets so much time pass. */
    public void pass(Duration time) {
        clock.ahead = clock.ahead.plus(time);
    }

    /** Back to the present; whoever moves the clock of a Haki that others share begins with it. */
    public void reset() {
        clock.ahead = Duration.ZERO;
    }

    public Instant now() {
        return clock.instant();
    }

    private static final class Moved extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }
}
