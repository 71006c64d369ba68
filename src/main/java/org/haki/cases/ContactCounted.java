package org.haki.cases;

import java.time.LocalDate;
import java.util.UUID;

/** News: there was a contact of which nothing is kept, since she did not agree (P15). It says no more, and leads to nobody. */
public record ContactCounted(UUID office, String type, LocalDate day) {}
