package org.haki.kernel;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * A case code: 60 random bits in twelve letters and digits, and a thirteenth that checks them (Luhn mod 32). It says
 * nothing about the case. Written {@code K7M4-Q2XD-9FRT6}, kept without the hyphens. The alphabet is Crockford's
 * base 32: no I, L, O or U; when read aloud or typed, I and L count as 1 and O as 0.
 */
public final class Code {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 13;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Code() {}

    /** A new code, as it is kept. */
    public static String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH - 1; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.append(check(code)).toString();
    }

    /** The code as it is kept, from what someone typed; {@code null} when it cannot be a code. */
    public static String read(String typed) {
        if (typed == null || typed.length() > 40) {
            return null;
        }
        var code = Text.westernDigits(typed)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\-\\u2010-\\u2015.]", "")
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        if (code.length() != LENGTH || code.chars().anyMatch(letter -> ALPHABET.indexOf(letter) < 0)) {
            return null;
        }
        return check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1) ? code : null;
    }

    /** The code as it is kept, from an address; an impossible one is a case that does not exist. */
    public static String of(String text) {
        var code = read(text);
        if (code == null) {
            throw Problem.notFound();
        }
        return code;
    }

    /** The code as people read it, in three groups. */
    public static String shown(String code) {
        return code == null || code.length() != LENGTH
                ? code
                : code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8);
    }

    private static char check(CharSequence body) {
        int sum = 0;
        int factor = 2;
        for (int i = body.length() - 1; i >= 0; i--) {
            int addend = factor * ALPHABET.indexOf(body.charAt(i));
            sum += addend / ALPHABET.length() + addend % ALPHABET.length();
            factor = 3 - factor;
        }
        return ALPHABET.charAt((ALPHABET.length() - sum % ALPHABET.length()) % ALPHABET.length());
    }
}
