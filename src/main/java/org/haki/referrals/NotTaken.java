package org.haki.referrals;

import org.haki.kernel.Errors;

/** A case was not taken over, since something has to be said first. Nothing was done. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Errors errors;

    NotTaken(Errors errors) {
        super("NotTaken", null, false, false);
        this.errors = errors;
    }

    Errors errors() {
        return errors;
    }
}
