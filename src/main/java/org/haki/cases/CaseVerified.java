package org.haki.cases;

import java.util.UUID;

/** News: a closing was checked or waived; {@code closed} says whether it stands, else the case is open again. */
public record CaseVerified(CaseInFigures figures, UUID person, String outcome, String reason, String serviceLevel, String result, boolean closed) {}
