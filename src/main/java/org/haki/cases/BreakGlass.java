package org.haki.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * A case that was opened by break-glass and waits for somebody else to look at it.
 *
 * @param by   who opened it
 * @param told the name of the colleague who was told; "" where nobody could be reached
 */
public record BreakGlass(UUID id, String code, String by, Instant at, Instant until, String reason, String told) {}
