package org.haki.cases;

import java.util.UUID;

/** News: a case went from one stage of its type to another. */
public record CaseStageMoved(CaseInFigures figures, UUID person, String from, String to) {}
