package org.haki.advocacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.haki.cases.CaseInFigures;

/**
 * News: an institution was seen to do this, or what was said of it was put right; one deed, with as many practices.
 *
 * @param kind of the institution
 * @param day  when it was seen
 */
public record ObservationMade(CaseInFigures figures, UUID observation, UUID person, List<String> practices, String kind, LocalDate day) {}
