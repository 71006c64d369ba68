package org.haki.cases;

import java.util.UUID;

/** News: somebody took a role of the case's type in its team. */
public record RoleTaken(UUID caseId, String role, UUID person) {}
