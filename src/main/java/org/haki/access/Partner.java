package org.haki.access;

import java.util.UUID;

/**
 * Another organisation of one's own network.
 *
 * @param slug   in the address of its public page
 * @param active whether it is at work; {@code false} while the keeper has suspended it
 */
public record Partner(UUID id, String name, String slug, boolean active) {}
