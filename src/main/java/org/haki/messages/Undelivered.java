package org.haki.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * A message that did not arrive, and that nobody has dealt with yet.
 *
 * @param to    the member of staff it was for
 * @param name  that person's name
 * @param code  the case or intake it was about, or empty
 * @param path  where the link led
 * @param fault why: {@code refused}, {@code no_address}, {@code gave_up}, or {@code unsure} where the mail server took
 *              the mail and never answered, so that it may have arrived
 */
public record Undelivered(
        UUID id, UUID to, String name, String template, String code, String path, String fault, Instant at) {}
