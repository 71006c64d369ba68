package org.haki.intake;

import java.time.LocalDate;
import java.util.UUID;

/** A decision was taken back: the report waits again, and {@link IntakeDecided} no longer counts. */
public record IntakeRestored(UUID intake, UUID office, LocalDate day, String decision, UUID by) {}
