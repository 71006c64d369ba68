package org.haki.kernel;

import java.util.UUID;

/**
 * What every unsafe form carries, so that sending it twice has one effect.
 *
 * @param id   the operation, made when the form was drawn
 * @param base the version of the thing that the person was looking at; 0 for something new
 * @param hash SHA-256 over what was typed: the same operation with other words is not the same deed
 */
public record Op(UUID id, int base, byte[] hash) {

    /** An operation of Haki's own, which nobody typed. */
    public static Op own() {
        return new Op(Id.next(), 0, new byte[0]);
    }
}
