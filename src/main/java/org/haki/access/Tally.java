package org.haki.access;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often something came within a stretch of time. Who it was is kept in memory only, as a hash whose salt is thrown
 * away with the stretch: no address is stored or can be found again.
 */
public final class Tally {

    private static final int MOST_KEPT = 200_000;
    private static final int IPV6_NETWORK_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Stretch(long number, byte[] salt, Map<Long, Integer> counts) {}

    private final Clock clock;
    private final Duration length;
    private volatile Stretch stretch;

    public Tally(Clock clock, Duration length) {
        this.clock = clock;
        this.length = length;
        this.stretch = fresh();
    }

    /** Counts one more, and answers how many there were before it. */
    public int count(String who) {
        var now = current();
        if (now.counts().size() >= MOST_KEPT) {
            return Integer.MAX_VALUE;
        }
        return now.counts().merge(hash(now, who), 1, Integer::sum) - 1;
    }

    /** How many there were. */
    public int counted(String who) {
        var now = current();
        return now.counts().getOrDefault(hash(now, who), 0);
    }

    /** A network address as the one who is counted: of a long address the half that names the network. */
    public static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.toString(bytes.length > Integer.BYTES ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
        } catch (IllegalArgumentException | NullPointerException unknown) {
            return "unknown";
        }
    }

    private Stretch current() {
        if (stretch.number() != number()) {
            synchronized (this) {
                if (stretch.number() != number()) {
                    stretch = fresh();
                }
            }
        }
        return stretch;
    }

    private Stretch fresh() {
        var salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new Stretch(number(), salt, new ConcurrentHashMap<>());
    }

    private long number() {
        return clock.millis() / length.toMillis();
    }

    private static long hash(Stretch stretch, String who) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(stretch.salt());
            return ByteBuffer.wrap(digest.digest(who.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
