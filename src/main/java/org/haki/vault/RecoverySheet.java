package org.haki.vault;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The root key as eight lines that a person prints, keeps in a safe and types back. A line is ten letters and digits
 * (no I, L, O, U): 32 bits of the key and 18 that check them and the line's place.
 */
final class RecoverySheet {

    static final int LINES = 8;
    private static final int LENGTH = 10;
    private static final int CHECK_BITS = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private RecoverySheet() {}

    /** The lines to print, such as {@code K7M4Q-2XD9F}. */
    static List<String> of(RootKey root) {
        var words = ByteBuffer.wrap(root.bytes());
        var lines = new ArrayList<String>();
        for (int place = 1; place <= LINES; place++) {
            int word = words.getInt();
            long bits = Integer.toUnsignedLong(word) << CHECK_BITS | check(place, word);
            var line = new StringBuilder();
            for (int shift = 5 * (LENGTH - 1); shift >= 0; shift -= 5) {
                line.append(ALPHABET.charAt((int) (bits >>> shift & 31)));
            }
            lines.add(line.insert(LENGTH / 2, '-').toString());
        }
        return lines;
    }

    /** The key on a sheet that was typed in; empty where a line is wrong or missing. */
    static Optional<RootKey> read(String typed) {
        if (firstWrongLine(typed) != 0) {
            return Optional.empty();
        }
        var bytes = ByteBuffer.allocate(RootKey.LENGTH);
        lines(typed).forEach(line -> bytes.putInt((int) (bits(line) >>> CHECK_BITS)));
        return Optional.of(new RootKey(bytes.array()));
    }

    /** The number (from 1) of the first line that is no line of any sheet, or not in its place; 0 where all are right. */
    static int firstWrongLine(String typed) {
        var lines = lines(typed);
        for (int place = 1; place <= LINES; place++) {
            if (place > lines.size() || !fits(lines.get(place - 1), place)) {
                return place;
            }
        }
        return lines.size() == LINES ? 0 : LINES + 1;
    }

    private static boolean fits(String line, int place) {
        if (line.length() != LENGTH || !line.chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0)) {
            return false;
        }
        long bits = bits(line);
        return (bits & (1 << CHECK_BITS) - 1) == check(place, (int) (bits >>> CHECK_BITS));
    }

    private static long bits(String line) {
        long bits = 0;
        for (char letter : line.toCharArray()) {
            bits = bits << 5 | ALPHABET.indexOf(letter);
        }
        return bits;
    }

    private static int check(int place, int word) {
        var digest = Seal.mac("haki/recovery/v1".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                ByteBuffer.allocate(8).putInt(place).putInt(word).array());
        return ByteBuffer.wrap(digest).getInt() >>> Integer.SIZE - CHECK_BITS;
    }

    /** What was typed, line by line: look-alike letters, small letters, spaces and the printed line numbers do not matter. */
    private static List<String> lines(String typed) {
        var lines = new ArrayList<String>();
        for (String raw : typed.split("\\R")) {
            var line = raw.strip().replaceFirst("^[1-8][.):]?\\s+", "").toUpperCase(Locale.ROOT)
                    .replace('O', '0').replace('I', '1').replace('L', '1').replaceAll("[\\s\\p{Pd}]", "");
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }
}
