package org.haki.vault;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of any script as plain Latin words, so that one name written in two ways comes out alike or nearly so: case,
 * accents, apostrophes, hyphens, composed and decomposed letters do not matter.
 */
final class Fold {

    /** No name's word is longer; what is typed beyond it does not help to find anybody. */
    static final int LONGEST_WORD = 32;
    private static final int LONGEST_TEXT = 400;

    /** Marks that stand inside a word and are left out: O'Brien, N’Diaye, Ma‘at. */
    private static final Pattern INSIDE_A_WORD = Pattern.compile("['’‘ʼʻʾʿ`´ʹ\\u00AD\\u200B-\\u200F]");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern INDIAN = Pattern.compile("[\\p{IsDevanagari}\\p{IsBengali}\\p{IsGurmukhi}\\p{IsGujarati}"
            + "\\p{IsOriya}\\p{IsTamil}\\p{IsTelugu}\\p{IsKannada}\\p{IsMalayalam}\\p{IsSinhala}]");

    /** Where people spell otherwise than ICU's Latin of Indian scripts (ISO 15919, decomposed). */
    private record Spelling(Pattern learned, String usual) {
        static Spelling of(String learned, String usual) {
            return new Spelling(Pattern.compile(Normalizer.normalize(learned, Normalizer.Form.NFD)), usual);
        }
    }

    private static final List<Spelling> SPELLINGS = List.of(
            Spelling.of("jñ", "gy"),
            Spelling.of("c", "ch"),
            Spelling.of("chh", "ch"),
            Spelling.of("s[\u0301\u0323]", "sh"),
            Spelling.of("r\u0325", "ri"),
            Spelling.of("ṅ(?=[kg])", "n"),
            Spelling.of("ṅ", "ng"),
            Spelling.of("m[\u0307\u0310\u0323](?=[pbm])", "m"),
            Spelling.of("m[\u0307\u0310\u0323]", "n"),
            // the a that every consonant carries is not spoken at a word's end, unless two meet there: Kamal, but Krishna
            Spelling.of("(?<=[aeiou]\\p{M}{0,2}(?:[kgcjtdpbs]\\p{M}{0,2}h|ng|[b-df-hj-np-tv-z])\\p{M}{0,2})a(?![\\p{L}\\p{M}])", ""));

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator TO_ASCII = Transliterator.getInstance("Latin-ASCII");

    private Fold() {}

    /** The words of a name in small Latin letters and digits; what no rule can write in Latin stays as it is. */
    static List<String> words(String name) {
        var text = name.length() > LONGEST_TEXT ? name.substring(0, LONGEST_TEXT) : name;
        text = INSIDE_A_WORD.matcher(text).replaceAll("");
        if (NOT_ASCII.matcher(text).find()) {
            text = latin(Normalizer.normalize(text, Normalizer.Form.NFKC));
        }
        text = INSIDE_A_WORD.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        var words = new ArrayList<String>();
        for (var word : BETWEEN_WORDS.split(text)) {
            if (!word.isEmpty()) {
                words.add(word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word);
            }
        }
        return words;
    }

    private static String latin(String text) {
        var latin = TO_LATIN.transliterate(ArabicNames.latin(text));
        if (INDIAN.matcher(text).find()) {
            latin = Normalizer.normalize(latin, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
            for (var spelling : SPELLINGS) {
                latin = spelling.learned().matcher(latin).replaceAll(spelling.usual());
            }
        }
        var ascii = TO_ASCII.transliterate(Normalizer.normalize(latin, Normalizer.Form.NFC));
        return MARKS.matcher(Normalizer.normalize(ascii, Normalizer.Form.NFKD)).replaceAll("");
    }
}
