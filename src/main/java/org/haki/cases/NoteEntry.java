package org.haki.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A note as it stands now; drawn by {@code NoteEntry.jte}.
 *
 * @param id        the newest version
 * @param narrative whether it is how the case came to us, in the client's own words
 * @param at        when it happened
 * @param wholeDay  whether only the day is known
 * @param by        who wrote the newest version, at a window the organisation; empty for the reporter's own words
 * @param amendedAt when the newest version was written, or {@code null} where it is the first
 * @param older     the versions before, the newest of them first
 * @param amendPath where it can be amended by this actor, or {@code null}
 */
public record NoteEntry(
        UUID id,
        boolean narrative,
        Instant at,
        boolean wholeDay,
        String by,
        String text,
        Instant amendedAt,
        List<Older> older,
        String amendPath)
        implements StoryEntry {

    /** What an amended note said before. */
    public record Older(Instant recordedAt, String by, String text) {}

    /** The words, paragraph by paragraph. */
    public List<String> paragraphs() {
        return paragraphs(text);
    }

    /** Any words, paragraph by paragraph. */
    public static List<String> paragraphs(String words) {
        return words.lines().filter(line -> !line.isBlank()).toList();
    }
}
