package org.haki.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every 30 seconds, as authenticator apps show them (RFC 6238). */
final class Totp {

    private static final Duration STEP = Duration.ofSeconds(30);
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(STEP);
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static byte[] newSeed() {
        return Token.random(20);
    }

    /** The time step that this code belongs to: now, the one before or the one after; none when it is wrong. */
    static OptionalLong stepOf(byte[] seed, String code, Instant now) {
        for (int offset = -1; offset <= 1; offset++) {
            var moment = now.plus(STEP.multipliedBy(offset));
            if (codeAt(seed, moment).equals(code)) {
                return OptionalLong.of(moment.getEpochSecond() / STEP.toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    static String codeAt(byte[] seed, Instant moment) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(seed, CODES.getAlgorithm()), moment);
        } catch (InvalidKeyException everySeedIsAKey) {
            throw new IllegalStateException(everySeedIsAKey);
        }
    }

    /** The seed as people type it into an app. */
    static String written(byte[] seed) {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : seed) {
            bits = (bits << 8) | (each & 0xff);
            for (held += 8; held >= 5; held -= 5) {
                text.append(BASE32.charAt((bits >> (held - 5)) & 31));
            }
        }
        return text.toString();
    }

    /** The seed from what {@link #written} wrote; {@code null} when it is none. */
    static byte[] read(String written) {
        if (written == null || written.length() != 32 || written.chars().anyMatch(each -> BASE32.indexOf(each) < 0)) {
            return null;
        }
        var seed = new byte[20];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (char each : written.toCharArray()) {
            bits = (bits << 5) | BASE32.indexOf(each);
            held += 5;
            if (held >= 8) {
                held -= 8;
                seed[at++] = (byte) (bits >> held);
            }
        }
        return seed;
    }

    /** What the square picture says to an app. */
    static String address(byte[] seed, String organisation, String signInName) {
        return "otpauth://totp/" + encoded(organisation) + ":" + encoded(signInName) + "?secret=" + written(seed)
                + "&issuer=" + encoded(organisation);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
