package org.haki.portal;

/** Thrown where a page is asked for of an organisation that is suspended; what stands there instead comes with it. */
final class DeskIsClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DeskClosed page;

    DeskIsClosed(DeskClosed page) {
        super("suspended", null, false, false);
        this.page = page;
    }

    DeskClosed page() {
        return page;
    }
}
