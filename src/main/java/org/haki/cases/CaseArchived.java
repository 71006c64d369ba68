package org.haki.cases;

import java.util.UUID;

/** News: a closed case left daily sight. */
public record CaseArchived(CaseInFigures figures, UUID person) {}
