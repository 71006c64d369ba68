package org.haki.vault;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks in words that should name nobody for names that are known, in whatever script and inflection either is written. */
public final class NamesInText {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}'’‘ʼ`´\\u200C\\u200D]+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’‘ʼ`´][sS]?$");
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\p{IsCommon}\\p{IsInherited}]*");
    private static final int SHORTEST = 2;
    private static final int SHORTEST_INFLECTED = 3;
    private static final int SHORTEST_CARRIED = 4;

    /** What languages of ours put to the end of a name: Rahmans, রহমানের (Rahmaner), राईको (Raiko). */
    private static final Set<String> ENDINGS = Set.of("", "s", "es", "e", "r", "er", "ra", "ke", "ko", "ka", "ki", "le", "lai", "te", "sanga", "dekhi");

    /** A word in small Latin letters, and whether it was carried over from another script: there one sound has many spellings. */
    private record Word(String folded, boolean carried) {

        static Stream<Word> of(String text) {
            return BETWEEN_WORDS.splitAsStream(text).flatMap(word -> Fold.words(POSSESSIVE.matcher(word).replaceFirst("")).stream()
                    .map(folded -> new Word(folded, !LATIN.matcher(word).matches())));
        }

        boolean is(Word name) {
            boolean loose = (carried || name.carried) && name.folded.length() >= SHORTEST_CARRIED;
            return folded.equals(name.folded) || name.folded.length() >= SHORTEST_INFLECTED && ENDINGS.stream()
                    .filter(folded::endsWith)
                    .map(ending -> folded.substring(0, folded.length() - ending.length()))
                    .anyMatch(stem -> stem.equals(name.folded) || loose && isNear(stem, name.folded));
        }
    }

    private NamesInText() {}

    /** Whether one of the words is a word of one of these names. */
    public static boolean any(String text, Collection<String> names) {
        List<Word> known = names.stream().flatMap(Word::of).filter(word -> word.folded().length() >= SHORTEST).distinct().toList();
        return !known.isEmpty() && Word.of(text).anyMatch(word -> known.stream().anyMatch(word::is));
    }

    /** Whether the words differ in one letter at most: another, one more, or one less. */
    private static boolean isNear(String one, String other) {
        int same = 0;
        int shorter = Math.min(one.length(), other.length());
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var rest = one.substring(same);
        var others = other.substring(same);
        return switch (one.length() - other.length()) {
            case 0 -> rest.isEmpty() || rest.substring(1).equals(others.substring(1));
            case 1 -> rest.substring(1).equals(others);
            case -1 -> others.substring(1).equals(rest);
            default -> false;
        };
    }
}
