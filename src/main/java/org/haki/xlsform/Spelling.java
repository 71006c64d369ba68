package org.haki.xlsform;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant. */
final class Spelling {

    private static final int LONGEST = 30;

    /** Up to here words differ in two letters without being the same word. */
    private static final int SHORT = 5;

    private static final int MOST = 2_000;

    private Spelling() {}

    /** How many letters differ (Levenshtein); very long words are simply far away. */
    static int distance(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return one.equals(other) ? 0 : LONGEST;
        }
        var last = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            var next = new int[other.length() + 1];
            next[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int swap = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(swap, Math.min(last[j], next[j - 1]) + 1);
            }
            last = next;
        }
        return last[other.length()];
    }

    /**
     * The same, where hardly anything else can be meant: one letter differs or two neighbours are swapped; of long words two
     * letters. A column for notes is not called a mistake because its name is short.
     */
    static String slip(String typed, Collection<String> known) {
        var small = typed.toLowerCase();
        return meant(typed, known.stream()
                .filter(word -> distance(word, small) <= (word.length() > SHORT ? 2 : 1) || swapped(word, small))
                .toList());
    }

    private static boolean swapped(String one, String other) {
        if (one.length() != other.length()) {
            return false;
        }
        int at = 0;
        while (at < one.length() - 1 && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at < one.length() - 1 && one.charAt(at) == other.charAt(at + 1) && one.charAt(at + 1) == other.charAt(at)
                && one.substring(at + 2).equals(other.substring(at + 2));
    }

    /** {@code  Is 'text' meant?}, or nothing where no known word is near. */
    static String meant(String typed, Collection<String> known) {
        var small = typed.toLowerCase();
        return known.stream().limit(MOST)
                .filter(word -> Math.abs(word.length() - small.length()) <= 2)
                .filter(word -> distance(word.toLowerCase(), small) <= Math.min(2, small.length() / 2))
                .min(Comparator.<String>comparingInt(word -> distance(word.toLowerCase(), small)).thenComparing(Comparator.naturalOrder()))
                .map(word -> " Is '" + word + "' meant?").orElse("");
    }
}
