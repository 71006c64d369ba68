package org.haki.access;

import java.util.UUID;

/**
 * The keeper of its network keeps this organisation out. Published after the commit, so that a listener opens
 * transactions of its own; may be heard again for the same suspension.
 */
public record OrganisationSuspended(UUID org) {}
