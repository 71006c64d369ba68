package org.haki.surveys;

/** A workbook that was given does not fit the forms that are here; it says why. */
final class WrongBook extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient UploadedBook book;

    WrongBook(UploadedBook book) {
        super(null, null, false, false);
        this.book = book;
    }

    UploadedBook book() {
        return book;
    }
}
