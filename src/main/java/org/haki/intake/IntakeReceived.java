package org.haki.intake;

import java.time.LocalDate;
import java.util.UUID;

/** A report was taken in; {@code by} is the member of staff who typed it, {@code null} for one handed in by herself. */
public record IntakeReceived(UUID intake, UUID office, LocalDate day, String channel, String urgency, String ageGroup, UUID by) {}
