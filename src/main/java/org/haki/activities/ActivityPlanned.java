package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;

/** Something was planned in a case. */
public record ActivityPlanned(UUID activity, UUID caseId, UUID office, String kind, LocalDate day, boolean hard) {}
