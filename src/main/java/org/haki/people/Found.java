package org.haki.people;

import java.util.UUID;

/** Somebody whom a search found, opened. */
public record Found(UUID person, UUID office, Identity identity) {}
