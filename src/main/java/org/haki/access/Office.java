package org.haki.access;

import java.util.UUID;

/** A place of an organisation: an advice office, a desk. */
public record Office(UUID id, String name) {}
