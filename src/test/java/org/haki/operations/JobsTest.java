package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.haki.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two Haki at one database do each job once. */
class JobsTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    private final AtomicInteger done = new AtomicInteger();
    private final HikariDataSource onePool = pool();
    private final HikariDataSource otherPool = pool();
    private final JobRunner one = runner(onePool, Instant.now());
    private final JobRunner other = runner(otherPool, Instant.now());

    @AfterEach
    void close() {
        onePool.close();
        otherPool.close();
    }

    @Test
    void F20_a_nightly_job_is_done_once_a_night_whoever_comes_first() {
        var job = Job.nightly("count once", done::incrementAndGet);
        one.run(job);
        other.run(job);
        one.run(job);
        assertThat(done).hasValue(1);
        runner(onePool, Instant.now().plus(Duration.ofHours(25))).run(job);
        assertThat(done).hasValue(2);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void F20_while_one_is_at_it_the_other_does_not_begin() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var job = Job.every(Duration.ofSeconds(1), "slow", () -> {
            done.incrementAndGet();
            begun.countDown();
            await(end);
        });
        var first = Thread.ofVirtual().start(() -> one.run(job));
        begun.await();
        other.run(job);
        assertThat(done).hasValue(1);
        end.countDown();
        first.join();
        other.run(job);
        assertThat(done).as("the lock is given back").hasValue(2);
    }

    @Test
    void F20_a_lock_of_a_dead_one_is_free() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var job = Job.every(Duration.ofSeconds(1), "dies", () -> {
            done.incrementAndGet();
            if (done.get() == 1) {
                begun.countDown();
                await(end);
            }
        });
        var dying = Thread.ofVirtual().start(() -> one.run(job));
        begun.await();
        JdbcClient.create(DATABASE.superuser())
                .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'").query(Boolean.class).list();
        other.run(job);
        assertThat(done).hasValue(2);
        end.countDown();
        dying.join();
    }

    @Test
    void a_job_that_fails_is_noted_and_tried_again_after_an_hour() {
        var job = Job.nightly("fail", () -> {
            done.incrementAndGet();
            throw new IllegalStateException("no");
        });
        one.run(job);
        one.run(job);
        assertThat(done).as("not at once").hasValue(1);
        assertThat(ledger("fail")).isEqualTo("IllegalStateException");
        JdbcClient.create(DATABASE.superuser()).sql("update hub.job set ran_at = ran_at - interval '61 minutes'").update();
        one.run(job);
        assertThat(done).hasValue(2);
    }

    @Test
    void F9_after_the_clock_jumped_nothing_is_destroyed_by_its_date_until_it_went_evenly_for_hours() {
        for (var jump : List.of(Duration.ofDays(730), Duration.ofDays(3), Duration.ofDays(-730))) {
            var erased = new AtomicInteger();
            var erase = Job.forGood("erase after " + jump, erased::incrementAndGet);
            var other = Job.nightly("other after " + jump, done::incrementAndGet);
            var machine = new Machine();
            var haki = machine.haki(onePool);
            haki.run(Job.forGood("look before " + jump, () -> {}));
            machine.jump(jump);
            int before = done.get();
            haki.run(erase);
            haki.run(other);
            assertThat(erased).as("after " + jump).hasValue(0);
            assertThat(done).as("what destroys nothing").hasValue(before + 1);
            machine.run(ClockWatch.STEADY.minusMinutes(1));
            haki.run(erase);
            assertThat(erased).as("too soon").hasValue(0);
            machine.run(Duration.ofMinutes(2));
            haki.run(erase);
            assertThat(erased).as("it went evenly").hasValue(1);
        }
    }

    @Test
    void F9_a_start_by_a_clock_that_is_weeks_off_destroys_nothing_and_one_after_a_weekend_does() {
        var erase = Job.forGood("erase at the start", done::incrementAndGet);
        var machine = new Machine();
        machine.haki(onePool).run(Job.forGood("look first", () -> {}));
        machine.jump(Duration.ofDays(21));
        machine.haki(onePool).run(erase);
        assertThat(done).hasValue(0);
        machine.jump(Duration.ofDays(-18));
        machine.haki(onePool).run(erase);
        assertThat(done).hasValue(1);
    }

    @Test
    void F9_a_job_that_ran_by_a_clock_that_was_ahead_is_due_when_it_is_put_right() {
        var job = Job.nightly("ahead", done::incrementAndGet);
        one.run(job);
        JdbcClient.create(DATABASE.superuser()).sql("update hub.job set ran_at = now() + interval '3 days' where name = 'ahead'").update();
        one.run(job);
        assertThat(done).hasValue(2);
    }

    @Test
    void a_nightly_job_is_due_from_two_in_the_morning() {
        var zone = ZoneOffset.systemDefault();
        var morning = Instant.parse("2026-11-19T12:00:00Z");
        var nightly = Job.nightly("any", () -> {});
        assertThat(nightly.since(morning)).isBefore(morning).isAfter(morning.minus(Duration.ofHours(24)));
        assertThat(nightly.since(morning).atZone(zone).getHour()).isEqualTo(2);
        assertThat(Job.every(Duration.ofSeconds(5), "any", () -> {}).since(morning)).isEqualTo(morning);
    }

    private static String ledger(String job) {
        return JdbcClient.create(DATABASE.superuser()).sql("select outcome from hub.job where name = ?").param(job).query(String.class).single();
    }

    private static JobRunner runner(HikariDataSource pool, Instant now) {
        return runner(pool, Clock.fixed(now, ZoneOffset.UTC), () -> 0);
    }

    private static JobRunner runner(HikariDataSource pool, Clock clock, LongSupplier nanos) {
        var ledger = new JobRepository(JdbcClient.create(pool), pool);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        return new JobRunner(null, ledger, transaction, new ClockWatch(ledger, transaction, clock, nanos), clock);
    }

    /** A machine whose clock jumps, and which runs on for some time besides. */
    private static final class Machine {

        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
        private final AtomicLong nanos = new AtomicLong();

        private JobRunner haki(HikariDataSource pool) {
            var clock = new Clock() {
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
                    return now.get();
                }
            };
            return runner(pool, clock, nanos::get);
        }

        private void jump(Duration by) {
            now.updateAndGet(at -> at.plus(by));
        }

        private void run(Duration time) {
            jump(time);
            nanos.addAndGet(time.toNanos());
        }
    }

    private static HikariDataSource pool() {
        var pool = new HikariDataSource();
        pool.setDataSource(DATABASE.app());
        pool.setAutoCommit(false);
        pool.setMaximumPoolSize(3);
        return pool;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
