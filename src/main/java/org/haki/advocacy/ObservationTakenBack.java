package org.haki.advocacy;

import java.util.UUID;
import org.haki.cases.CaseInFigures;

/** News: what {@link ObservationMade} told no longer counts: it was taken back, or rejected. */
public record ObservationTakenBack(CaseInFigures figures, UUID observation) {}
