package org.haki.sheets;

import java.time.Instant;
import org.haki.cases.Labels;

/** A section on the page of its case: whether it is answered, by whom and when. */
public record SheetState(String section, Labels label, String path, boolean saved, String by, Instant at, boolean mayWrite) {}
