package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;
import org.haki.vault.Sealed;

/**
 * One submission, just as it came; never changed.
 *
 * @param edit         which of its sheet, from 1
 * @param number       the version of the form
 * @param deprecatedId the instance that it edits, or {@code null}
 * @param xml          sealed under the sheet's key
 * @param writtenBy    who wrote the paper that somebody else typed in, or {@code null}
 * @param problems     what was wrong with it, as JSON: places and kinds, no answers
 */
record SurveySubmission(UUID id, UUID survey, UUID sheet, UUID office, int edit, int number, String instanceId, String deprecatedId, Sealed xml,
        String problems, String source, String device, Instant happenedAt, Instant receivedAt, UUID by, UUID op, UUID writtenBy) {}
