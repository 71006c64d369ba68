package org.haki.surveys;

/** A filled-in form could not be taken as it came in: the page comes back with what was typed, and says why. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FillPage page;
    private final int status;

    NotTaken(FillPage page, int status) {
        super(null, null, false, false);
        this.page = page;
        this.status = status;
    }

    FillPage page() {
        return page;
    }

    int status() {
        return status;
    }
}
