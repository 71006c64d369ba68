package org.haki.cases;

import java.util.UUID;

/** News: a closed case is open again. */
public record CaseReopened(CaseInFigures figures, UUID person, String reason) {}
