package org.haki.activities;

import org.haki.kernel.Errors;

/** A form needs another look, seen only beside what is kept; nothing was done. */
public final class Unfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Errors errors;

    private Unfit(Errors errors) {
        super("Unfit", null, false, false);
        this.errors = errors;
    }

    static void unlessEmpty(Errors errors) {
        if (!errors.isEmpty()) {
            throw new Unfit(errors);
        }
    }

    public Errors errors() {
        return errors;
    }
}
