package org.haki.files;

/** What came is no picture that Haki keeps; {@link #wrong} is the key of the sentence that says why. */
public final class NotAPicture extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String wrong;

    NotAPicture(String wrong) {
        super(wrong, null, false, false);
        this.wrong = wrong;
    }

    public String wrong() {
        return wrong;
    }
}
