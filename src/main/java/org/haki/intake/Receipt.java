package org.haki.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.haki.kernel.Text;

/** With what she comes back: sixteen digits that we made, or a word of her own. */
public final class Receipt {

    private static final int DIGITS = 16;
    private static final int GROUP = 4;
    private static final int SHORTEST = 6;
    private static final int LONGEST = 60;
    private static final int FEWEST_DIFFERENT = 3;
    private static final Set<String> EASY = easy();

    private Receipt() {}

    /** What was typed, in the form that is recognised: no spaces, signs, capitals or Latin accents; western digits. */
    public static String read(String typed) {
        var plain = Normalizer.normalize(Text.westernDigits(typed == null ? "" : typed).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("[\\u0300-\\u036f]", "");
        return Normalizer.normalize(plain, Normalizer.Form.NFC).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }

    /** Whether this can only be digits of ours. */
    public static boolean isDigits(String read) {
        return read.length() == DIGITS && read.chars().allMatch(Character::isDigit);
    }

    /** Whether a word is one that others would try: short, all digits, or on everybody's lips. */
    public static boolean easy(String read) {
        return read.codePointCount(0, read.length()) < SHORTEST
                || read.length() > LONGEST
                || read.chars().allMatch(Character::isDigit)
                || read.codePoints().distinct().count() < FEWEST_DIFFERENT
                || EASY.contains(read);
    }

    /** The digits as people read and write them: four times four. */
    static String shown(String digits) {
        return String.join(" ", digits.split("(?<=\\G.{" + GROUP + "})"));
    }

    /** Sixteen digits from random-looking bytes. */
    static String digits(byte[] bytes) {
        var number = new java.math.BigInteger(1, bytes).mod(java.math.BigInteger.TEN.pow(DIGITS));
        return "%016d".formatted(number);
    }

    private static Set<String> easy() {
        try (InputStream file = Receipt.class.getResourceAsStream("/intake/easy-words.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .map(Receipt::read)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
