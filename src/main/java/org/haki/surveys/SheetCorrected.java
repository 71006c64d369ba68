package org.haki.surveys;

import java.util.Set;
import java.util.UUID;

/** A filled-in form was corrected: these places are answered by now. */
public record SheetCorrected(UUID sheet, Set<String> answered) {}
