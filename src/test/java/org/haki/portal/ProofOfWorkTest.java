package org.haki.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProofOfWorkTest {

    private static final int BITS = 10;
    private static final Instant NOW = Instant.parse("2026-11-19T09:47:00Z");

    private final UUID op = UUID.randomUUID();
    private final ProofOfWork work = new ProofOfWork(Clock.fixed(NOW, ZoneOffset.UTC), BITS);

    @Test
    void a_wrong_number_is_no_work() {
        var challenge = work.challenge(op);
        var wrong = Integer.toString(Integer.parseInt(solve(challenge, BITS)) - 1);

        assertThat(work.done(op, challenge, wrong)).isFalse();
        assertThat(work.done(op, challenge, "")).isFalse();
    }

    @Test
    void a_challenge_that_is_not_ours_is_no_work() {
        var challenge = work.challenge(op);
        var later = "9" + challenge;
        var otherHaki = new ProofOfWork(Clock.fixed(NOW, ZoneOffset.UTC), BITS).challenge(op);

        assertThat(work.done(op, later, solve(later, BITS))).isFalse();
        assertThat(work.done(op, otherHaki, solve(otherHaki, BITS))).isFalse();
        assertThat(work.done(op, "nonsense", solve("nonsense", BITS))).isFalse();
    }

    @Test
    void a_challenge_serves_its_own_operation_only() {
        var challenge = work.challenge(op);

        assertThat(work.done(UUID.randomUUID(), challenge, solve(challenge, BITS))).isFalse();
    }

    @Test
    void a_challenge_does_not_hold_for_ever() {
        var time = new MovableClock();
        var moving = new ProofOfWork(time, BITS);
        var challenge = moving.challenge(op);
        var nonce = solve(challenge, BITS);
        assertThat(moving.done(op, challenge, nonce)).isTrue();

        time.now = NOW.plus(Duration.ofHours(7));

        assertThat(moving.done(op, challenge, nonce)).isFalse();
    }

    @Test
    void work_that_was_done_counts() {
        var challenge = work.challenge(op);

        assertThat(work.done(op, challenge, solve(challenge, BITS))).isTrue();
    }

    static String solve(String challenge, int bits) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (int nonce = 0; ; nonce++) {
                var hash = digest.digest((challenge + ":" + nonce).getBytes(StandardCharsets.UTF_8));
                if (Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits) {
                    return Integer.toString(nonce);
                }
            }
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = NOW;

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
