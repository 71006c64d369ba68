package org.haki.activities;

import java.util.UUID;
import org.haki.cases.CaseInFigures;

/** News: within a day somebody took back that this was done; what {@link ActivityDone} told no longer counts. */
public record ActivityUndone(CaseInFigures figures, UUID activity, UUID person, String kind) {}
