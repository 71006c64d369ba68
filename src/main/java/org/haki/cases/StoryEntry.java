package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One entry of a case's story, ready to be drawn by {@code StoryEntry.jte}; modules above make their own and mix them in by
 * time.
 *
 * @param id       the note, event or activity
 * @param at       when it happened; the story is sorted by it
 * @param small    a small entry is one line: something happened to the case itself
 * @param title    what it was, in a few words; for a small entry the whole sentence
 * @param by       who wrote or did it
 * @param text     the words, in paragraphs; "" for none
 * @param voice    whether the words are the client's own
 * @param state    a line below the words: a service given, what grew from it; "" for none
 * @param amended  older versions, newest first; shown on demand
 * @param path     where it can be opened or amended, or {@code null}
 */
public record StoryEntry(
        UUID id,
        Instant at,
        boolean small,
        String title,
        String by,
        String text,
        boolean voice,
        String state,
        List<Older> amended,
        String path) {

    /** What an amended note said before. */
    public record Older(Instant at, String by, String text) {}

    /** One line about the case itself. */
    public static StoryEntry small(UUID id, Instant at, String sentence) {
        return new StoryEntry(id, at, true, sentence, "", "", false, "", List.of(), null);
    }
}
