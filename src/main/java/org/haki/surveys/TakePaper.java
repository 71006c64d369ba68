package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;
import org.haki.questions.TypedQuestions;

/**
 * A sheet of paper that was typed in.
 *
 * @param sheet      which one, and who wrote it
 * @param code       printed on it; {@code null} where it has none, or was typed in before
 * @param happenedAt when it was written
 * @param bikram     whether its days are those of Nepal
 */
public record TakePaper(UUID survey, PaperSheet sheet, UUID office, String code, Instant happenedAt, boolean bikram, TypedQuestions typed) {}
