package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;
import org.haki.cases.CaseInFigures;

/** News: a person confirmed that a deadline passed unmet; {@code reason} is a key, {@code days} since the case was received. */
public record DeadlineMissed(
        CaseInFigures figures, UUID activity, UUID person, boolean hard, LocalDate day, String reason, int days) {}
