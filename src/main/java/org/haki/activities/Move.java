package org.haki.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A change of date: the day and moment before it, the reason's key, by whom and when. */
public record Move(LocalDate dueOn, Instant dueAt, String reason, UUID byPerson, Instant at) {}
