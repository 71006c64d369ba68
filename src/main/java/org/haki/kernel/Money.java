package org.haki.kernel;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An amount.
 *
 * @param minor    in the smallest unit of the currency
 * @param currency by its ISO 4217 code
 */
public record Money(long minor, String currency) {

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:([.,' ])\\d{3})?(?:\\1\\d{3})*|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d+");
    private static final int MOST_DIGITS = 12;

    /**
     * Reads what someone typed, in digits of any script and with the separators of any country: 1,500 and 1.500,50 and 1,50,000
     * and ৫০০. What can be read in two ways or in none adds its sentence to the errors; that, and nothing typed, gives {@code null}.
     */
    public static Money read(String typed, String code, String field, Errors errors) {
        if (Text.blank(typed)) {
            return null;
        }
        var text = Text.westernDigits(typed.strip()).replace('\u066B', '.').replace('\u066C', ',').replace('\u00A0', ' ').replace('\u202F', ' ').replace('\u2019', '\'');
        var currency = currency(code);
        var minor = currency == null ? null : minor(text, currency.getDefaultFractionDigits());
        if (currency == null || minor == null || minor <= 0) {
            errors.add(currency == null ? "currency" : field, currency == null ? "Money.currency" : "Money.amount");
            return null;
        }
        return new Money(minor, currency.getCurrencyCode());
    }

    /** The currency of a country, by its ISO 3166 code; "" where none is known. */
    public static String of(String country) {
        try {
            var currency = Currency.getInstance(Locale.of("", country));
            return currency == null ? "" : currency.getCurrencyCode();
        } catch (IllegalArgumentException noCountry) {
            return "";
        }
    }

    /** In whole units, with as many places as the currency has. */
    public BigDecimal units() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** As it is typed: 1500, or 1500.50. */
    public String typed() {
        return units().stripTrailingZeros().scale() <= 0 ? units().toBigInteger().toString() : units().toPlainString();
    }

    private static int digits(String code) {
        return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
    }

    private static Currency currency(String code) {
        try {
            var currency = Currency.getInstance(code == null ? "" : code.strip().toUpperCase(Locale.ROOT));
            return currency.getDefaultFractionDigits() < 0 ? null : currency;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The number in smallest units; {@code null} where it is none, or could be two. */
    private static Long minor(String text, int places) {
        int last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        var after = last < 0 ? "" : text.substring(last + 1);
        boolean parts = !after.isEmpty() && after.length() <= places && after.length() != 3;
        if (places == 3 && after.length() == 3 && text.chars().filter(c -> c == '.' || c == ',').count() == 1) {
            return null;
        }
        var whole = parts ? text.substring(0, last) : text;
        if (!THOUSANDS.matcher(whole).matches() || parts && whole.indexOf(text.charAt(last)) >= 0) {
            return null;
        }
        var digits = whole.replaceAll("\\D", "") + (parts ? after : "") + "0".repeat(parts ? places - after.length() : places);
        return digits.length() > MOST_DIGITS + places || !digits.matches("\\d+") ? null : Long.valueOf(digits);
    }
}
