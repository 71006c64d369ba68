package org.haki.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 256 random bits that a browser carries; we keep only its hash. */
public record Token(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    public static Token next() {
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(random(32)));
    }

    public byte[] hash() {
        return hash(text);
    }

    /** SHA-256 of a secret that is too long to guess. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    @Override
    public String toString() {
        return "Token";
    }
}
