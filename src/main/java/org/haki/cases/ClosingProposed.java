package org.haki.cases;

import java.util.UUID;

/** News: closing was proposed; the verifier was asked to check it. */
public record ClosingProposed(CaseInFigures figures, UUID person, UUID verifier, String outcome, String reason, String serviceLevel) {}
