package org.haki.forms;

import java.time.Instant;
import java.util.UUID;

/**
 * A section to be saved.
 *
 * @param base     the version that was seen
 * @param answers  as they stand from here on
 * @param sent     as they came, where they were merged with what others saved meanwhile; else {@code null}
 * @param coded    whether choices of reportable questions may stand in clear
 */
public record SaveSection(FormVersion form, int base, Answers answers, Answers sent, boolean coded, String source, Instant happenedAt, UUID op) {}
