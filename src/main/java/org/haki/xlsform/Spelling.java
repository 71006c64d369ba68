package org.haki.xlsform;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant. */
final class Spelling {

    private static final int LONGEST = 30;

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
