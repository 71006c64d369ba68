package org.haki.vault;

import java.util.regex.Pattern;

/**
 * Arabic, Persian and Urdu names as they are usually spelled in Latin. Short vowels are not written in these scripts, so
 * what comes out is often the consonants alone ({@code mhmd}): {@link Sound} brings it together with the rest.
 */
final class ArabicNames {

    private static final Pattern ANY = Pattern.compile("\\p{IsArabic}");
    private static final Pattern UNHEARD = Pattern.compile("[\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]");
    private static final Pattern ARTICLE = Pattern.compile("(?<!\\p{L})ال(?=\\p{L}{3})");

    private ArabicNames() {}

    /** The text with its Arabic letters in Latin ones; other letters stay. */
    static String latin(String text) {
        if (!ANY.matcher(text).find()) {
            return text;
        }
        var plain = ARTICLE.matcher(UNHEARD.matcher(text).replaceAll("")).replaceAll("");
        var latin = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char letter = plain.charAt(i);
            boolean starts = i == 0 || !Character.isLetter(plain.charAt(i - 1));
            boolean beforeAlif = i + 1 < plain.length() && "اآى".indexOf(plain.charAt(i + 1)) >= 0;
            latin.append(latin(letter, starts || beforeAlif));
        }
        return latin.toString();
    }

    /** One letter; waw and ya are consonants at a word's start and before a long a, else vowels. */
    private static String latin(char letter, boolean consonant) {
        return switch (letter) {
            case 'و', 'ؤ' -> consonant ? "w" : "u";
            case 'ي', 'ی', 'ئ', 'ې' -> consonant ? "y" : "i";
            case 'ا', 'أ', 'إ', 'آ', 'ٱ', 'ع', 'ى', 'ة', 'ۃ', 'ە' -> "a";
            case 'ے' -> "e";
            case 'ء' -> "";
            case 'ب' -> "b";
            case 'پ' -> "p";
            case 'ت', 'ط', 'ٹ' -> "t";
            case 'ج' -> "j";
            case 'چ' -> "ch";
            case 'ح', 'ه', 'ہ', 'ھ', 'ۀ', 'ۂ' -> "h";
            case 'خ' -> "kh";
            case 'د', 'ض', 'ڈ' -> "d";
            case 'ذ' -> "dh";
            case 'ر', 'ڑ' -> "r";
            case 'ز', 'ظ', 'ژ' -> "z";
            case 'س', 'ص', 'ث' -> "s";
            case 'ش' -> "sh";
            case 'غ' -> "gh";
            case 'ف' -> "f";
            case 'ق' -> "q";
            case 'ك', 'ک' -> "k";
            case 'گ' -> "g";
            case 'ل' -> "l";
            case 'م' -> "m";
            case 'ن', 'ں' -> "n";
            default -> String.valueOf(letter);
        };
    }
}
