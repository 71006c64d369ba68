package org.haki.access;

import org.haki.kernel.Errors;

/** What it takes to add an account to an authenticator app: a picture for its camera, the same to type, and its first code. */
public record AppFields(QrSquare picture, String seed, Errors errors) {

    static AppFields of(byte[] seed, String organisation, String signInName, Errors errors) {
        return new AppFields(QrSquare.of(Totp.address(seed, organisation, signInName)), Totp.written(seed), errors);
    }

    /** The seed in groups of four, as it is typed. */
    public String typed() {
        return seed.replaceAll("(.{4})(?!$)", "$1 ");
    }
}
