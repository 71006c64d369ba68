package org.haki.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The cipher: AES-256-GCM with a random nonce. What a value belongs to (organisation, record, purpose) is authenticated
 * with it, so that a value moved elsewhere does not open.
 */
final class Seal {

    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Looked for once: to look through all providers costs as much as to open a value. No cipher is kept, for it would keep its key. */
    private static final Provider PROVIDER = provider();

    private Seal() {}

    static Sealed seal(SecretKey key, UUID org, UUID record, String purpose, byte[] plain) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, org, record, purpose);
            var sealed = new byte[1 + NONCE + plain.length + TAG];
            sealed[0] = FORMAT;
            System.arraycopy(nonce, 0, sealed, 1, NONCE);
            cipher.doFinal(plain, 0, plain.length, sealed, 1 + NONCE);
            return new Sealed(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot seal", impossible);
        }
    }

    static byte[] open(SecretKey key, UUID org, UUID record, String purpose, Sealed sealed) {
        var bytes = sealed.bytes();
        if (bytes.length < 1 + NONCE + TAG || bytes[0] != FORMAT) {
            throw new CannotOpen("Not a sealed value of a known format");
        }
        try {
            var nonce = new byte[NONCE];
            System.arraycopy(bytes, 1, nonce, 0, NONCE);
            var cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, org, record, purpose);
            return cipher.doFinal(bytes, 1 + NONCE, bytes.length - 1 - NONCE);
        } catch (GeneralSecurityException wrongKeyOrPlace) {
            throw new CannotOpen("The seal does not fit its key, its record or its purpose");
        }
    }

    static SecretKey freshKey() {
        var key = new byte[32];
        RANDOM.nextBytes(key);
        return key(key);
    }

    static SecretKey key(byte[] bytes) {
        return new SecretKeySpec(bytes, "AES");
    }

    /** HMAC-SHA256. */
    static byte[] mac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot hash", impossible);
        }
    }

    static byte[] mac(byte[] key, String message) {
        return mac(key, message.getBytes(StandardCharsets.UTF_8));
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(CIPHER).getProvider();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Cannot seal", impossible);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID org, UUID record, String purpose)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER, PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
        var word = purpose.getBytes(StandardCharsets.UTF_8);
        cipher.updateAAD(ByteBuffer.allocate(33 + word.length)
                .put(FORMAT)
                .putLong(org.getMostSignificantBits()).putLong(org.getLeastSignificantBits())
                .putLong(record.getMostSignificantBits()).putLong(record.getLeastSignificantBits())
                .put(word)
                .array());
        return cipher;
    }
}
