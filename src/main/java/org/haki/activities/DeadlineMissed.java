package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;

/** A person confirmed that a deadline passed without being met; {@code reason} is a key. */
public record DeadlineMissed(
        UUID activity, UUID caseId, UUID office, boolean hard, LocalDate day, UUID person, String reason, int days) {}
