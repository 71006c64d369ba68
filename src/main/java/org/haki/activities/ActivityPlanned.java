package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;
import org.haki.cases.CaseInFigures;

/** News: something was planned in a case. */
public record ActivityPlanned(CaseInFigures figures, UUID activity, String kind, LocalDate day, boolean hard) {}
