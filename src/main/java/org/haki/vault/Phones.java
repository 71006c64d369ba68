package org.haki.vault;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;
import org.haki.kernel.Text;

/** Telephone numbers as they are looked for: by their end, whatever stands before it (+977, 00977, 0, nothing). */
final class Phones {

    /** Something that can only be meant as a number: at least five digits, with what people write between them. */
    static final Pattern NUMBER = Pattern.compile("\\+?\\(?\\p{Nd}(?:[\\s().\\-/\\u2010-\\u2015]*\\p{Nd}){4,}");

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int KEPT = 7;
    private static final int LONGEST = 20;

    private Phones() {}

    /** The last seven digits of the number inside its country, or all where it has fewer; empty where it is no number. */
    static String end(String typed) {
        var number = withinCountry(typed);
        return number.substring(Math.max(0, number.length() - KEPT));
    }

    private static String withinCountry(String typed) {
        var western = Text.westernDigits(typed).strip();
        var digits = western.replaceAll("\\D", "");
        if (digits.length() > LONGEST) {
            return "";
        }
        boolean international = western.startsWith("+") || western.startsWith("(+") || digits.startsWith("00");
        if (international) {
            try {
                var parsed = NUMBERS.parse("+" + digits.replaceFirst("^0+", ""), null);
                return NUMBERS.getNationalSignificantNumber(parsed);
            } catch (NumberParseException notOfAnyCountry) {
                return digits;
            }
        }
        return digits.replaceFirst("^0+", "");
    }
}
