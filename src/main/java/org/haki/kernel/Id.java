package org.haki.kernel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes identifiers. */
public final class Id {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Id() {}

    /** A new UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so that rows sort by birth. */
    public static UUID next() {
        long random = RANDOM.nextLong();
        long most = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0x0FFFL);
        long least = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least);
    }

    /** A UUID of version 8 (RFC 9562), made from the first 16 bytes of a fingerprint: the same again for the same. */
    public static UUID of(byte[] fingerprint) {
        var bytes = ByteBuffer.wrap(fingerprint);
        return new UUID(bytes.getLong() & ~0xF000L | 0x8000L, bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }

    /** Reads an id that came from outside; anything that is not a UUID is something that does not exist. */
    public static UUID of(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException | NullPointerException notAnId) {
            throw Problem.notFound();
        }
    }
}
