package org.haki.people;

/**
 * Somebody was about to be entered who may be in the register already: the one who types must look and say first. Nothing
 * was done; {@link Persons#alike} shows whom it is about.
 */
public final class LooksAlike extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LooksAlike() {
        super("LooksAlike", null, false, false);
    }
}
