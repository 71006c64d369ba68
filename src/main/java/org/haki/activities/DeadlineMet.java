package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;
import org.haki.cases.CaseInFigures;

/** News: a deadline was met, in time or late; {@code days} since the case was received. */
public record DeadlineMet(
        CaseInFigures figures, UUID activity, UUID person, boolean hard, LocalDate day, boolean inTime, int days) {}
