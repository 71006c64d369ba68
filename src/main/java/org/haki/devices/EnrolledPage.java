package org.haki.devices;

import org.haki.access.QrSquare;

/**
 * What a new device needs, shown once.
 *
 * @param name    of the device
 * @param path    where it is looked after
 * @param address what is typed where no camera is
 * @param picture the same, with its settings, for Collect's camera
 */
public record EnrolledPage(String name, String path, String address, QrSquare picture) {}
