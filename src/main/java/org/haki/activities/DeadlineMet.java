package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;

/** A deadline was met, in time or late; {@code days} since the case was received. */
public record DeadlineMet(
        UUID activity, UUID caseId, UUID office, boolean hard, LocalDate day, UUID person, boolean inTime, int days) {}
