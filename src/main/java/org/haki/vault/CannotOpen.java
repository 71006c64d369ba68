package org.haki.vault;

/** A sealed value does not open: its key was destroyed, or it is not the value of this record and purpose. */
public final class CannotOpen extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotOpen(String why) {
        super(why, null, false, false);
    }
}
