package org.haki.devices;

import java.util.UUID;
import org.haki.kernel.Actor;

/**
 * A device whose key was shown.
 *
 * @param actor    whoever holds it: its person, or its office, and of their rights those that a device needs
 * @param office   where what it sends belongs
 * @param language in which it is answered
 */
record AtDevice(UUID id, Actor actor, UUID office, String language) {}
