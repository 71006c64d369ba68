package org.haki.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * A film or a recording as telephones make it (MP4, 3GP, M4A): the boxes in which a camera writes where it was and whose it is
 * become empty room of the same size. What is no such file stays as it is.
 */
public final class Film {

    private static final Set<String> AROUND = Set.of("moov", "trak");
    private static final Set<String> BESIDE = Set.of("udta", "meta", "uuid");
    private static final int HEAD = 8;

    private Film() {}

    /** The same without what is written beside the pictures and sounds. */
    public static byte[] cleaned(byte[] came) {
        if (came.length < HEAD || !name(came, 0).equals("ftyp")) {
            return came;
        }
        var kept = came.clone();
        clean(kept, 0, kept.length);
        return kept;
    }

    private static void clean(byte[] file, int from, int to) {
        for (int at = from; at + HEAD <= to; ) {
            long size = ByteBuffer.wrap(file).getInt(at) & 0xFFFFFFFFL;
            boolean large = size == 1 && at + 2 * HEAD <= to;
            size = large ? ByteBuffer.wrap(file).getLong(at + HEAD) : size == 0 ? to - at : size;
            if (size < HEAD || size > to - at) {
                return;
            }
            int begins = at + (large ? 2 * HEAD : HEAD);
            int ends = at + (int) size;
            if (BESIDE.contains(name(file, at))) {
                System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, file, at + 4, 4);
                Arrays.fill(file, begins, ends, (byte) 0);
            } else if (AROUND.contains(name(file, at))) {
                clean(file, begins, ends);
            }
            at = ends;
        }
    }

    private static String name(byte[] file, int at) {
        return new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
