package org.haki.forms;

import java.time.Instant;
import java.util.UUID;

/**
 * An answer that was given or changed: by whom, when, from which paper or device.
 *
 * @param form    the hash of the form in which it was
 * @param version of the section, that came with it
 */
public record AnswerChange(String place, String value, Instant at, UUID by, String source, String form, int version) {}
