package org.haki.desk;

import java.time.Instant;

/** The same to be printed and taken along, with room for what comes of it. */
public record TurnaroundSheetPage(TurnaroundPage round, Instant at) {}
