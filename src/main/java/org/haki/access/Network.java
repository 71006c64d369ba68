package org.haki.access;

import java.util.UUID;

/**
 * Organisations that work together.
 *
 * @param keeper the organisation that started it: it lets others in, and keeps them out
 */
public record Network(UUID id, String name, UUID keeper, String keeperName) {}
