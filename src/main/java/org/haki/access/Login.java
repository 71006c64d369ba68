package org.haki.access;

import java.util.UUID;

/**
 * What is needed to prove that somebody is the one.
 *
 * @param active       works here now, in some role
 * @param passwordHash {@code null} until one was chosen
 * @param totpSealed   the seed of the authenticator app, sealed; {@code null} without one
 * @param cardsLeft    how many codes of the printed card are unused
 */
record Login(UUID id, UUID org, String signInName, boolean active, String passwordHash, byte[] totpSealed, int cardsLeft) {

    boolean hasSecondFactor() {
        return totpSealed != null || cardsLeft > 0;
    }
}
