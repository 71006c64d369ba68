package org.haki.cases;

import java.util.UUID;

/** News: the client decided about a purpose, or was not yet asked. */
public record ConsentRecorded(CaseInFigures figures, UUID person, String purpose, String decision) {}
