package org.haki.devices;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.haki.vault.Sealed;

/**
 * What came from a device and is not simply in order.
 *
 * @param mark    the sum of its XML: the same sent again is the same one
 * @param survey  its form; {@code null} where that is not known
 * @param sheet   the filled-in form that it became; {@code null} where it was refused
 * @param reason  why it was refused; "" where it was not
 * @param wrongs  in how many places something is wrong with it
 * @param awaited how many of its files did not come yet
 * @param times   how often it was sent
 * @param key     what it is sealed under; {@code null} where it is kept elsewhere
 * @param raw     the XML as it came; {@code null} where it is kept elsewhere, or was not asked for
 */
public record DevicePost(UUID id, UUID device, UUID office, byte[] mark, UUID survey, UUID sheet, String reason, int wrongs, int awaited,
        Instant firstAt, Instant lastAt, int times, UUID key, Sealed raw) {

    /** Whether it was refused. */
    public boolean refused() {
        return !reason.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DevicePost post && id.equals(post.id) && Arrays.equals(mark, post.mark);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
