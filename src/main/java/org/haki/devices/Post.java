package org.haki.devices;

import java.util.List;
import org.haki.surveys.ReceivedInstance.ReceivedFile;

/**
 * One post of a device, taken apart.
 *
 * @param xml   what was filled in, as it came
 * @param files those that came in this post; a split post has more
 * @param calls what the device calls itself
 * @param agent what program it says it is
 * @param lying how many files are not what their names say
 */
record Post(byte[] xml, List<ReceivedFile> files, String calls, String agent, int lying) {}
