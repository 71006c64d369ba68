package org.haki.referrals;

import java.time.Instant;
import java.util.UUID;

/**
 * The receiver's own record of somebody whom another organisation referred; it stays when the window has ended.
 *
 * @param ownerOrg who referred her
 * @param code     of the case there
 * @param person   in the receiver's own register
 * @param method   how she agreed to be kept, and {@code byWhom} it was decided
 */
public record ServiceRecord(
        UUID id, UUID window, UUID ownerOrg, String code, UUID office, UUID person, String method, String byWhom, Instant openedAt,
        UUID openedBy) {}
