package org.haki.access;

import java.util.UUID;

/**
 * A place of an organisation: an advice office, a desk.
 *
 * @param region where it is, in the organisation's own list of regions; {@code null} for nowhere in particular
 */
public record Office(UUID id, String name, String region) {}
