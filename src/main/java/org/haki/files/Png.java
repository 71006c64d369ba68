package org.haki.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** A PNG, chunk by chunk: only what draws the picture is kept, and nothing after its end. */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB");
    private static final int AROUND = 12;

    private Png() {}

    static boolean begins(byte[] in) {
        return in.length > SIGNATURE.length && Arrays.equals(in, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static byte[] cleaned(byte[] in) {
        var bytes = ByteBuffer.wrap(in);
        var kept = new ByteArrayOutputStream(in.length);
        kept.writeBytes(SIGNATURE);
        boolean drawn = false;
        var name = "";
        for (int at = SIGNATURE.length; !name.equals("IEND");) {
            int length = bytes.getInt(at);
            if (length < 0 || length > in.length - at - AROUND) {
                throw Picture.broken();
            }
            name = new String(in, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (crc(in, at + 4, length + 4) != bytes.getInt(at + 8 + length) || at == SIGNATURE.length != name.equals("IHDR")) {
                throw Picture.broken();
            }
            if (name.equals("IHDR")) {
                Picture.checkSize(bytes.getInt(at + 8), bytes.getInt(at + AROUND));
            }
            drawn |= name.equals("IDAT");
            if (KEPT.contains(name)) {
                kept.write(in, at, length + AROUND);
            } else if (Character.isUpperCase(name.charAt(0))) {
                throw Picture.broken();
            }
            at += length + AROUND;
        }
        if (!drawn) {
            throw Picture.broken();
        }
        return kept.toByteArray();
    }

    private static int crc(byte[] bytes, int from, int length) {
        var crc = new CRC32();
        crc.update(bytes, from, length);
        return (int) crc.getValue();
    }
}
