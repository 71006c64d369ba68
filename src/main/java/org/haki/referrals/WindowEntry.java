package org.haki.referrals;

import java.time.Instant;
import java.util.UUID;
import org.haki.cases.StoryEntry;

/**
 * What a receiver recorded at its window, opened. It stands in the owner's story under the receiver's name, and stays the
 * receiver's when the window has ended.
 *
 * @param org     the name of whose entry it is; "" for one's own
 * @param kind    "note", "service" (one was given), "contact" (she was reached, or not) or "remark" (what came of it)
 * @param service which service was given, or ""
 */
public record WindowEntry(
        UUID id, UUID window, UUID byOrg, String org, UUID byPerson, String kind, String service, Instant at, String text)
        implements StoryEntry {}
