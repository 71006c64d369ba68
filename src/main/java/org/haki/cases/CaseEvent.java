package org.haki.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened to the case itself; ids and keys only.
 *
 * @param byOrg the organisation that leads the case, where one of its people did it; else {@code null}
 */
record CaseEvent(UUID id, Instant at, UUID person, UUID byOrg, String act, String subject, String reason) {}
