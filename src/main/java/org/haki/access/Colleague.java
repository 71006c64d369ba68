package org.haki.access;

import java.util.UUID;

/** A member of staff, as colleagues see one. */
public record Colleague(UUID id, String name) {}
