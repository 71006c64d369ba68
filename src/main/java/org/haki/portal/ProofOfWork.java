package org.haki.portal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.haki.kernel.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A little work that a browser does before it sends: find a number whose SHA-256 with the challenge begins with zero
 * bits (public.js). A challenge serves one operation and a few hours, and only we can make one.
 */
@Component
class ProofOfWork {

    private static final Duration HOLDS = Duration.ofHours(6);
    private static final int LONGEST = 100;

    private final Clock clock;
    private final int bits;
    private final SecretKeySpec key;

    ProofOfWork(Clock clock, @Value("${haki.portal.work-bits}") int bits) {
        this.clock = clock;
        this.bits = bits;
        var secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    int bits() {
        return bits;
    }

    /** A challenge for this operation. */
    String challenge(UUID op) {
        return sign(op, clock.instant().plus(HOLDS).getEpochSecond());
    }

    /** Whether the work was done: a challenge of ours for this operation, still good, and a number that solves it. */
    boolean done(UUID op, String challenge, String nonce) {
        if (Text.blank(challenge) || Text.blank(nonce) || challenge.length() > LONGEST || nonce.length() > LONGEST) {
            return false;
        }
        try {
            long until = Long.parseLong(challenge.substring(0, Math.max(0, challenge.indexOf('.'))));
            return until >= clock.instant().getEpochSecond()
                    && MessageDigest.isEqual(bytes(sign(op, until)), bytes(challenge))
                    && zeros(MessageDigest.getInstance("SHA-256").digest(bytes(challenge + ":" + nonce))) >= bits;
        } catch (NumberFormatException notOurs) {
            return false;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private String sign(UUID op, long until) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return until + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(until + " " + bits + " " + op)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static int zeros(byte[] hash) {
        int zeros = 0;
        for (byte each : hash) {
            if (each != 0) {
                return zeros + Integer.numberOfLeadingZeros(each & 0xff) - (Integer.SIZE - Byte.SIZE);
            }
            zeros += Byte.SIZE;
        }
        return zeros;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
