package org.haki.referrals;

import java.time.Instant;
import java.util.UUID;
import org.haki.cases.Labels;
import org.haki.cases.StoryEntry;

/**
 * What a receiver recorded at its window, opened. It stands in the owner's story under the receiver's name, and stays the
 * receiver's when the window has ended.
 *
 * @param org     the name of whose entry it is; "" for one's own
 * @param kind    "note", "service" (one was given), "contact" (she was reached, or not), "remark" (what came of it) or "step"
 *                (done in the plan of the case that it leads)
 * @param service which service was given, or ""
 * @param label   what the case type calls that service, or {@code null}: then words/ does
 * @param did     of a step the kind of activity and what came of it, else ""
 */
public record WindowEntry(
        UUID id, UUID window, UUID byOrg, String org, UUID byPerson, String kind, String service, Labels label, String did,
        String result, Instant at, String text)
        implements StoryEntry {}
