package org.haki.devices;

import java.util.UUID;

/**
 * What of a device's posts is not simply in order.
 *
 * @param pending of which files are awaited
 * @param refused that were refused
 * @param kept    of the refused, how many lie in quarantine
 */
public record DeviceCount(UUID device, int pending, int refused, int kept) {}
