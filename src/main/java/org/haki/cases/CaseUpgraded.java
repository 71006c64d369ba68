package org.haki.cases;

import java.util.UUID;

/** News: a case was brought to a newer version of its type. */
public record CaseUpgraded(CaseInFigures figures, UUID person, int from, int to) {}
