package org.haki.operations;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.haki.kernel.Refusal;

/**
 * The outside of a backup file: a line that says what it is, a salt, then AES-256-GCM chunks of one mebibyte under a key
 * that is the root key's and this salt's alone. A chunk's nonce holds its number and whether it is the last one, so that
 * a file that was cut, or whose parts changed places, does not open.
 */
final class BackupCipher {

    private static final byte[] TITLE = "haki backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int CHUNK = 1 << 20;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private BackupCipher() {}

    /** Encrypts what is written into the file; closing it writes the last chunk. The operator makes a key from a salt. */
    static OutputStream seal(OutputStream file, UnaryOperator<byte[]> keyOf) throws IOException {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        file.write(TITLE);
        file.write(salt);
        return new Sealing(new DataOutputStream(file), new SecretKeySpec(keyOf.apply(salt), "AES"));
    }

    /** Decrypts a file as it is read, or refuses: it is none of ours, was made with another root key, or is damaged. */
    static InputStream open(InputStream file, UnaryOperator<byte[]> keyOf) throws IOException {
        if (!Arrays.equals(file.readNBytes(TITLE.length), TITLE)) {
            throw new Refusal("This file is not a backup of Haki.");
        }
        var salt = file.readNBytes(SALT);
        if (salt.length < SALT) {
            throw cut();
        }
        return new Opening(new DataInputStream(file), new SecretKeySpec(keyOf.apply(salt), "AES"));
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number, boolean last) {
        try {
            var nonce = ByteBuffer.allocate(12).putLong(number).put((byte) (last ? 1 : 0)).array();
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(TITLE);
            return cipher;
        } catch (GeneralSecurityException noSuchCipher) {
            throw new IllegalStateException(noSuchCipher);
        }
    }

    private static Refusal cut() {
        return new Refusal("The backup file ends too early: it was cut off or not written to its end. Nothing was restored.");
    }

    private static Refusal unreadable(long number) {
        return new Refusal(number == 0
                ? "The backup file does not open: it was made with another root key, or it is damaged."
                        + " Check that HAKI_KEYS holds the keys of that time. Nothing was restored."
                : "The backup file is damaged in its part " + (number + 1) + ". Nothing was restored.");
    }

    private static final class Sealing extends FilterOutputStream {
        private final DataOutputStream file;
        private final SecretKeySpec key;
        private final ByteArrayOutputStream chunk = new ByteArrayOutputStream(CHUNK);
        private long number;
        private boolean closed;

        Sealing(DataOutputStream file, SecretKeySpec key) {
            super(file);
            this.file = file;
            this.key = key;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            while (length > 0) {
                if (chunk.size() == CHUNK) {
                    end(false);
                }
                int taken = Math.min(length, CHUNK - chunk.size());
                chunk.write(bytes, from, taken);
                from += taken;
                length -= taken;
            }
        }

        @Override
        public void flush() {
            // a chunk goes out when it is full
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                end(true);
                file.close();
            }
        }

        private void end(boolean last) throws IOException {
            try {
                var sealed = cipher(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(chunk.toByteArray());
                file.writeInt(last ? -sealed.length : sealed.length);
                file.write(sealed);
                chunk.reset();
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static final class Opening extends InputStream {
        private final DataInputStream file;
        private final SecretKeySpec key;
        private byte[] chunk = new byte[0];
        private int at;
        private long number;
        private boolean last;

        Opening(DataInputStream file, SecretKeySpec key) {
            this.file = file;
            this.key = key;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (at == chunk.length) {
                if (last) {
                    return -1;
                }
                next();
            }
            int taken = Math.min(length, chunk.length - at);
            System.arraycopy(chunk, at, into, from, taken);
            at += taken;
            return taken;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }

        private void next() throws IOException {
            try {
                int length = file.readInt();
                last = length < 0;
                if (Math.abs((long) length) > CHUNK + TAG) {
                    throw unreadable(number);
                }
                var sealed = new byte[Math.abs(length)];
                file.readFully(sealed);
                chunk = cipher(Cipher.DECRYPT_MODE, key, number, last).doFinal(sealed);
                number++;
                at = 0;
            } catch (EOFException early) {
                throw cut();
            } catch (GeneralSecurityException wrong) {
                throw unreadable(number);
            }
        }
    }
}
