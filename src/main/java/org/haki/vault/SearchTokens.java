package org.haki.vault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a name or a number is kept for search, and what is looked for when somebody types one. Everything here is
 * text in clear, in memory only; {@link SearchIndex} turns it into keyed hashes.
 */
final class SearchTokens {

    private static final int MOST_WORDS = 16;
    private static final int MOST_NUMBERS = 6;
    private static final int LONGEST_QUESTION = 400;
    private static final int SHORTEST_BEGINNING = 3;
    private static final int LONGEST_BEGINNING = 10;

    /** How much like the asked word a word is that was found by ... */
    private static final int SAME = 100;
    private static final int BEGINNING = 75;
    private static final int ONE_LETTER = 65;
    private static final int SOUND = 55;
    private static final int HALF = 90;

    /**
     * One thing to look for.
     *
     * @param text the token in clear
     * @param part which part of what was typed it speaks for: a word each, and {@link #NUMBER_PART} for all numbers
     * @param own  how like the part a subject's word is that is this token; 0: not looked for
     * @param form how like it a word is that has this token among its forms; 0: not looked for
     */
    record Asked(String text, int part, int own, int form) {}

    static final int NUMBER_PART = 99;

    private SearchTokens() {}

    /** The tokens of a subject: its words, and the ends of its numbers. */
    static Set<String> of(Collection<String> names, Collection<String> phones) {
        var tokens = new LinkedHashSet<String>();
        words(names).forEach(word -> tokens.add(word(word)));
        ends(phones).forEach(end -> tokens.add(number(end)));
        return tokens;
    }

    private static List<String> ends(Collection<String> phones) {
        return phones.stream().map(Phones::end).filter(end -> !end.isEmpty()).distinct().limit(MOST_NUMBERS).toList();
    }

    /** The different words of these names; a single letter counts only where there is nothing else. */
    static List<String> words(Collection<String> names) {
        var words = new LinkedHashSet<String>();
        names.forEach(name -> words.addAll(Fold.words(name)));
        var real = words.stream().filter(word -> word.codePointCount(0, word.length()) > 1).limit(MOST_WORDS).toList();
        return real.isEmpty() ? words.stream().limit(MOST_WORDS).toList() : real;
    }

    /** The other forms under which a word is found: one letter left out (so also the last one), its beginnings, its sound. */
    static Set<String> forms(String word) {
        var forms = new LinkedHashSet<String>();
        shortened(word).forEach(shorter -> forms.add(word(shorter)));
        for (int end = SHORTEST_BEGINNING; end <= Math.min(word.length() - 2, LONGEST_BEGINNING); end++) {
            forms.add(beginning(word.substring(0, end)));
        }
        var sound = Sound.of(word);
        if (!sound.isEmpty()) {
            forms.add(sound(sound));
        }
        return forms;
    }

    /** What to look for when somebody typed this. */
    static List<Asked> asked(String typed) {
        var numbers = new ArrayList<String>();
        var read = typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION));
        var rest = Phones.NUMBER.matcher(read).replaceAll(number -> {
            numbers.add(number.group());
            return " ";
        });
        return asked(List.of(rest), numbers);
    }

    /** What to look for to find whoever has these names and numbers. */
    static List<Asked> asked(Collection<String> names, Collection<String> phones) {
        var asked = new ArrayList<Asked>();
        var words = words(names);
        for (int part = 0; part < words.size(); part++) {
            askForWord(words.get(part), part, asked);
            if (part > 0) {
                var joined = word(words.get(part - 1) + words.get(part));
                asked.add(new Asked(joined, part - 1, SAME, 0));
                asked.add(new Asked(joined, part, SAME, 0));
            }
        }
        ends(phones).forEach(end -> asked.add(new Asked(number(end), NUMBER_PART, SAME, 0)));
        return asked;
    }

    private static void askForWord(String word, int part, List<Asked> asked) {
        asked.add(new Asked(word(word), part, SAME, ONE_LETTER));
        shortened(word).forEach(shorter -> asked.add(new Asked(word(shorter), part, ONE_LETTER, ONE_LETTER)));
        if (word.length() >= SHORTEST_BEGINNING) {
            asked.add(new Asked(beginning(word), part, 0, BEGINNING));
        }
        var sound = Sound.of(word);
        if (!sound.isEmpty()) {
            asked.add(new Asked(sound(sound), part, 0, SOUND));
        }
        for (int cut = 2; cut <= word.length() - 2 && word.length() >= 6; cut++) {
            asked.add(new Asked(word(word.substring(0, cut)), part, HALF * cut / word.length(), 0));
            asked.add(new Asked(word(word.substring(cut)), part, HALF * (word.length() - cut) / word.length(), 0));
        }
    }

    /** The word with each of its letters left out; words of one or two letters stay whole. */
    private static Set<String> shortened(String word) {
        var shortened = new LinkedHashSet<String>();
        for (int i = 0; word.length() > 2 && i < word.length(); i++) {
            shortened.add(word.substring(0, i) + word.substring(i + 1));
        }
        return shortened;
    }

    static String word(String word) {
        return "word:" + word;
    }

    private static String beginning(String beginning) {
        return "beginning:" + beginning;
    }

    private static String sound(String sound) {
        return "sound:" + sound;
    }

    private static String number(String end) {
        return "number:" + end;
    }
}
