package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;

/** A workbook that was uploaded and not published yet. */
record SurveyDraft(UUID survey, String fileName, byte[] book, Instant uploadedAt, UUID by) {}
