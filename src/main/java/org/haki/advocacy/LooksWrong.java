package org.haki.advocacy;

import org.haki.kernel.Errors;

/** What was typed needs another look, seen only beside what is kept; nothing was done. */
public final class LooksWrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Errors errors;

    LooksWrong(Errors errors) {
        super("LooksWrong", null, false, false);
        this.errors = errors;
    }

    public Errors errors() {
        return errors;
    }
}
