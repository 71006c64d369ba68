package org.haki.parcels;

import java.util.UUID;

/** How many days lie between what a worker writes and when that is typed in: half of her sheets took no longer. */
public record WorkersLag(UUID worker, int sheets, int days) {}
