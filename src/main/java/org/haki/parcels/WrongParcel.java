package org.haki.parcels;

import org.haki.kernel.Errors;

/** A parcel as it was typed cannot be registered. */
final class WrongParcel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Errors errors;

    WrongParcel(Errors errors) {
        super(null, null, false, false);
        this.errors = errors;
    }

    Errors errors() {
        return errors;
    }
}
