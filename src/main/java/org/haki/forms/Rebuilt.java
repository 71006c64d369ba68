package org.haki.forms;

import org.haki.kernel.Actor;

/** Keeps answers that are derived from what was handed in, and derives them anew: {@code bin/haki answers rebuild} asks each that does. */
public interface Rebuilt {

    /** How many there were, how many differed from what was handed in and are mended, and how many can be opened no more. */
    record Outcome(int all, int differed, int unreadable) {

        /** Both together. */
        public Outcome and(Outcome more) {
            return new Outcome(all + more.all, differed + more.differed, unreadable + more.unreadable);
        }
    }

    /** What it keeps, in English, many of them. */
    String what();

    /** Derives all of the organisation's. */
    Outcome all(Actor system);
}
