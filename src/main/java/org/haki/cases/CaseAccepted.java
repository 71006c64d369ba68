package org.haki.cases;

import java.util.UUID;

/** News: a case was opened by this member of staff. */
public record CaseAccepted(CaseInFigures figures, UUID person, UUID owner) {}
