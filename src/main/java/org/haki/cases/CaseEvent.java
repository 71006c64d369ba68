package org.haki.cases;

import java.time.Instant;
import java.util.UUID;

/** Something that happened to the case itself; ids and keys only. */
record CaseEvent(UUID id, Instant at, UUID person, String act, String subject, String reason) {}
