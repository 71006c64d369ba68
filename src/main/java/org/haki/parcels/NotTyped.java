package org.haki.parcels;

/** A sheet could not be taken as it was typed: the page comes back with it, and says why. */
final class NotTyped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ClerkPage page;

    NotTyped(ClerkPage page) {
        super(null, null, false, false);
        this.page = page;
    }

    ClerkPage page() {
        return page;
    }
}
