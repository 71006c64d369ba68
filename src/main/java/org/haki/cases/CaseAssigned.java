package org.haki.cases;

import java.util.UUID;

/** News: a case was given to an owner; either may be {@code null}, the office's queue. */
public record CaseAssigned(CaseInFigures figures, UUID person, UUID from, UUID to) {}
