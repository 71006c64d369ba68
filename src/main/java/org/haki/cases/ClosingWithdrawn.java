package org.haki.cases;

import java.util.UUID;

/** News: a proposal to close was taken back; the case is open again. */
public record ClosingWithdrawn(CaseInFigures figures, UUID person) {}
