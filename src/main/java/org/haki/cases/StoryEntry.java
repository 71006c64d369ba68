package org.haki.cases;

import java.time.Instant;
import java.util.UUID;

/** One entry of a case's story. Modules above have entries of their own; a story is sorted by {@link #at}. */
public interface StoryEntry {

    UUID id();

    /** When it happened. */
    Instant at();
}
