package org.haki.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * One line about the case itself; drawn by {@code EventLine.jte} as the sentence {@code EventLine.<act>}.
 *
 * @param by     who did it; "" for Haki itself
 * @param label  what it was about, where the case type names it: a stage, a role, an outcome; else {@code null}
 * @param name   the colleague it was about; else ""
 * @param word   the key of a word for what it was about; else {@code null}
 * @param reason the key of the reason's words, or {@code null}
 */
public record EventLine(UUID id, Instant at, String by, String act, Labels label, String name, String word, String reason)
        implements StoryEntry {}
