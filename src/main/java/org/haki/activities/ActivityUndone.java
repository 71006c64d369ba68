package org.haki.activities;

import java.time.LocalDate;
import java.util.UUID;

/** That something was done was taken back within a day: the fact of {@link ActivityDone} no longer counts. */
public record ActivityUndone(UUID activity, UUID caseId, UUID office, String kind, LocalDate day) {}
