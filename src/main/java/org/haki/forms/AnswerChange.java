package org.haki.forms;

import java.time.Instant;
import java.util.UUID;

/** An answer that was given or changed: by whom, when, from which paper or device. */
public record AnswerChange(String place, String value, Instant at, UUID by, String source, int version) {}
