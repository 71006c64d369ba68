package org.haki.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import org.haki.access.LockoutRepository.Factor;
import org.haki.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Any order of tries, right answers and time: the database counts as the model does. */
class LockoutStatesTest {

    private static final int AT_ONCE = 12;
    private static final HikariDataSource DATABASE = lines(TestDatabase.fresh());
    private final Hand hand = new Hand();
    private final LockoutRepository lockout = new LockoutRepository(JdbcClient.create(DATABASE), new JdbcTransactionManager(DATABASE), hand);

    @AfterContainer
    static void close() {
        DATABASE.close();
    }

    /** A step: a wrong try, a right one, or so many seconds pass. */
    sealed interface Step {
        record Wrong() implements Step {}

        record Right() implements Step {}

        record Pass(int seconds) implements Step {}
    }

    @Property(tries = 60)
    void counts_as_the_model_does(@ForAll Factor factor, @ForAll("steps") List<Step> steps) {
        var who = UUID.randomUUID().toString();
        int failures = 0;
        var until = Instant.MIN;
        for (var step : steps) {
            if (step instanceof Step.Pass pass) {
                hand.now = hand.now.plusSeconds(pass.seconds());
                continue;
            }
            var answer = lockout.tryOnce(factor, who, null);
            if (until.isAfter(hand.now)) {
                assertThat(answer).hasValue(until);
                continue;
            }
            assertThat(answer).isEmpty();
            if (step instanceof Step.Right) {
                lockout.held(factor, who, null);
                failures = 0;
                until = Instant.MIN;
            } else {
                failures = until.plus(Duration.ofDays(1)).isBefore(hand.now) ? 1 : failures + 1;
                until = hand.now.plus(wait(failures));
            }
        }
    }

    @Property(tries = 5)
    void many_at_once_gain_nothing(@ForAll Factor factor) throws Exception {
        var who = UUID.randomUUID().toString();
        var tries = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 24; i++) {
            tries.add(() -> lockout.tryOnce(factor, who, null).isEmpty());
        }
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            int judged = 0;
            for (var answer : crowd.invokeAll(tries)) {
                judged += answer.get() ? 1 : 0;
            }
            assertThat(judged).isEqualTo(5);
        }
    }

    @Property(tries = 10)
    void factors_devices_and_people_have_counts_of_their_own(@ForAll Factor factor) {
        var who = UUID.randomUUID().toString();
        for (int i = 0; i < 5; i++) {
            lockout.tryOnce(factor, who, null);
        }
        assertThat(lockout.tryOnce(factor, who, null)).isPresent();
        assertThat(lockout.tryOnce(factor, who, UUID.randomUUID())).isEmpty();
        assertThat(lockout.tryOnce(factor, who + "2", null)).isEmpty();
        for (var other : Factor.values()) {
            assertThat(lockout.tryOnce(other, who, null).isPresent()).isEqualTo(other == factor);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(new Step.Wrong())),
                Tuple.of(1, Arbitraries.just(new Step.Right())),
                Tuple.of(4, Arbitraries.of(1, 14, 15, 60, 600, 900, 86_401).map(Step.Pass::new)));
        return step.list().ofMinSize(5).ofMaxSize(40);
    }

    /** Lines that stay open: a line for each try would be most of the work. */
    private static HikariDataSource lines(TestDatabase database) {
        var lines = new HikariConfig();
        lines.setDataSource(database.app());
        lines.setMaximumPoolSize(AT_ONCE);
        return new HikariDataSource(lines);
    }

    /** Nothing for four failures, then 15 seconds, doubling, at most a quarter of an hour. */
    private static Duration wait(int failures) {
        if (failures < 5) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(Math.min(900, 15L << Math.min(failures - 5, 10)));
    }

    private static final class Hand extends Clock {

        private volatile Instant now = Instant.parse("2026-11-21T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
