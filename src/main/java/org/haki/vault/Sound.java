package org.haki.vault;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How a name sounds, whatever its spelling: Mohammed, Muhammad and Mamadou; Khadija and Kadijatu; Asha and Ayesha;
 * Diallo, Jallow and Jalloh. Made for the spellings of South Asia, Africa and the Americas. Consonants that are heard
 * alike become one, vowels go; a name with hardly a consonant keeps the places of its vowels.
 */
final class Sound {

    private static final Pattern WRITTEN_IN_LATIN = Pattern.compile("[a-z]+");

    private record Rule(Pattern spelled, String heard) {
        static Rule of(String spelled, String heard) {
            return new Rule(Pattern.compile(spelled), heard);
        }
    }

    /** Applied in this order. C stands for the sound of ch, A for any vowel. */
    private static final List<Rule> RULES = List.of(
            Rule.of("^m(oh|uh)?d$", "mohamad"),
            Rule.of("(?<=^.{3,40})([ae])t(ou|oo|u|a|ah)?$", "$1"),
            Rule.of("^ou(?=[aei])", "w"),
            Rule.of("^(di|dj)(?=[aou])|dj", "j"),
            Rule.of("s?sh|sch", "s"),
            Rule.of("t?ch", "C"),
            Rule.of("ph", "f"),
            Rule.of("ck|q", "k"),
            Rule.of("x", "ks"),
            Rule.of("c(?=[eiy])", "s"),
            Rule.of("c", "k"),
            Rule.of("(?<=e)z$", "s"),
            Rule.of("z", "j"),
            Rule.of("w(?![aeiouy])", "A"),
            Rule.of("[vw]", "b"),
            Rule.of("ng(?![aeiouy])", "n"),
            Rule.of("(.)\\1+", "$1"),
            Rule.of("(?<=.)h", ""),
            Rule.of("(?:[aeiouA]|(?<=.)y)+", "A"));

    private static final Pattern VOWELS_WITHIN = Pattern.compile("(?<=.)A");

    private Sound() {}

    /** The sound of a folded word; empty for a word that is not in Latin letters. */
    static String of(String word) {
        if (!WRITTEN_IN_LATIN.matcher(word).matches()) {
            return "";
        }
        var heard = word;
        for (var rule : RULES) {
            heard = rule.spelled().matcher(heard).replaceAll(rule.heard());
        }
        var consonants = VOWELS_WITHIN.matcher(heard).replaceAll("");
        return consonants.length() > 2 ? consonants : heard;
    }
}
