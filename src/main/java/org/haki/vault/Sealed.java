package org.haki.vault;

import java.util.Arrays;

/**
 * A value encrypted under a key of the vault; in SQL a bytea ({@code .param("sealed", sealed.bytes())}). First a format
 * byte, then a random nonce, then ciphertext and tag.
 */
public record Sealed(byte[] bytes) {

    /** Reads a column that may be null. */
    public static Sealed of(byte[] column) {
        return column == null ? null : new Sealed(column);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed";
    }
}
