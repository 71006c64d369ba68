package org.haki.vault;

import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKey;

/** The key above all keys: 32 bytes that lie in {@code HAKI_KEYS} and on the recovery sheet, never in the database. */
final class RootKey {

    static final int LENGTH = 32;

    private final byte[] bytes;

    RootKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A root key has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    static RootKey fresh() {
        var bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new RootKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** What the database keeps to know this key again. */
    byte[] check() {
        return derived("haki/root-check/v1");
    }

    /** Wraps the organisations' keys. */
    SecretKey wrapping() {
        return Seal.key(derived("haki/org-keys/v1"));
    }

    /** A key of its own for another use, named by a word that never changes. */
    byte[] derived(String use) {
        return Seal.mac(bytes, use);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RootKey root && Arrays.equals(bytes, root.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "RootKey";
    }
}
