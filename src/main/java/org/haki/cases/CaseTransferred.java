package org.haki.cases;

import java.util.UUID;

/** Another organisation took the case over; it is closed here, and counted there. */
public record CaseTransferred(CaseInFigures figures, UUID person) {}
