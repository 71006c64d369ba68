package org.haki.vault;

import org.haki.kernel.Problem;

/** A sealed value does not open: its key was destroyed, or it is not the value of this record and purpose. */
public final class CannotOpen extends Problem {

    private static final long serialVersionUID = 1L;

    CannotOpen(String why) {
        super(Kind.DAMAGED, why);
    }
}
