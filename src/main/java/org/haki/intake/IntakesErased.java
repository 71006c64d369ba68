package org.haki.intake;

import java.util.List;
import java.util.UUID;

/** What was told in these intakes was erased; what points to them elsewhere goes, too. */
public record IntakesErased(List<UUID> intakes) {}
