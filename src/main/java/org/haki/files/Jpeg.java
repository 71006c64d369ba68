package org.haki.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JPEG, segment by segment. Only what draws the picture is kept; of EXIF only which way is up. What follows the end,
 * where telephones put a film of the moment, goes as well.
 */
final class Jpeg {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.ISO_8859_1);
    private static final int ORIENTATION = 0x0112;

    private final byte[] in;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private int at = 2;
    private int orientation = 1;
    private boolean sized;

    private Jpeg(byte[] in) {
        this.in = in;
    }

    static boolean begins(byte[] in) {
        return in.length > 3 && (in[0] & 0xFF) == 0xFF && (in[1] & 0xFF) == START && (in[2] & 0xFF) == 0xFF;
    }

    static byte[] cleaned(byte[] in) {
        return new Jpeg(in).cleaned();
    }

    private byte[] cleaned() {
        boolean scanned = false;
        for (int marker = marker(); marker != END; marker = marker()) {
            int end = at + u16(at);
            var segment = Arrays.copyOfRange(in, at + 2, check(end));
            at = end;
            keep(marker, segment);
            if (marker == SCAN) {
                scanned = true;
                scan();
            }
        }
        if (!scanned || !sized) {
            throw Picture.broken();
        }
        var whole = new ByteArrayOutputStream(kept.size() + 64);
        whole.writeBytes(new byte[] {(byte) 0xFF, (byte) START});
        if (orientation > 1) {
            write(whole, 0xE1, upright());
        }
        whole.writeBytes(kept.toByteArray());
        whole.writeBytes(new byte[] {(byte) 0xFF, (byte) END});
        return whole.toByteArray();
    }

    private void keep(int marker, byte[] segment) {
        if (marker == 0xE0) {
            if (starts(segment, JFIF) && segment.length >= 14) {
                var plain = Arrays.copyOf(segment, 14);
                plain[12] = 0;       // no preview
                plain[13] = 0;
                write(kept, marker, plain);
            }
        } else if (marker == 0xE1) {
            if (starts(segment, EXIF)) {
                orientation = orientation(segment);
            }
        } else if (marker == 0xEE) {
            if (starts(segment, ADOBE) && segment.length >= 12) {
                write(kept, marker, Arrays.copyOf(segment, 12));
            }
        } else if (isFrame(marker)) {
            Picture.checkSize(u16(segment, 3), u16(segment, 1));
            sized = true;
            write(kept, marker, segment);
        } else if (marker == 0xC4 || marker == 0xCC || marker >= 0xDA && marker <= 0xDD) {
            write(kept, marker, segment);
        } else if (marker != 0xFE && (marker < 0xE0 || marker > 0xEF)) {
            throw Picture.broken();
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** The points themselves, up to the next marker. */
    private void scan() {
        int from = at;
        while ((in[at] & 0xFF) != 0xFF || in[at + 1] == 0 || (in[at + 1] & 0xF8) == 0xD0) {
            at++;
        }
        kept.write(in, from, at - from);
    }

    private int marker() {
        if ((in[at] & 0xFF) != 0xFF) {
            throw Picture.broken();
        }
        while ((in[at] & 0xFF) == 0xFF) {
            at++;
        }
        return in[at++] & 0xFF;
    }

    private int check(int end) {
        if (end < at + 2 || end > in.length) {
            throw Picture.broken();
        }
        return end;
    }

    /** Which way is up: 1 to 8, as EXIF counts; 1 where it does not say. */
    private static int orientation(byte[] exif) {
        try {
            var tiff = ByteBuffer.wrap(exif, EXIF.length, exif.length - EXIF.length).slice();
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int first = tiff.getInt(4);
            for (int entry = 0; entry < (tiff.getShort(first) & 0xFFFF); entry++) {
                int place = first + 2 + 12 * entry;
                if ((tiff.getShort(place) & 0xFFFF) == ORIENTATION) {
                    int said = tiff.getShort(place + 8);
                    return said >= 1 && said <= 8 ? said : 1;
                }
            }
        } catch (IndexOutOfBoundsException unreadable) {
            return 1;
        }
        return 1;
    }

    /** An EXIF that says which way is up and nothing else. */
    private byte[] upright() {
        return ByteBuffer.allocate(EXIF.length + 26)
                .put(EXIF)
                .put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0)
                .putInt(0)
                .array();
    }

    private static void write(ByteArrayOutputStream out, int marker, byte[] segment) {
        int length = segment.length + 2;
        out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.writeBytes(segment);
    }

    private int u16(int place) {
        return u16(in, place);
    }

    private static int u16(byte[] bytes, int place) {
        return (bytes[place] & 0xFF) << 8 | bytes[place + 1] & 0xFF;
    }

    private static boolean starts(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }
}
