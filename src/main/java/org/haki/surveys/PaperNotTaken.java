package org.haki.surveys;

/** What was typed from a paper could not be taken: the page comes back with it, and says why. */
public final class PaperNotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TypedPaper paper;

    PaperNotTaken(TypedPaper paper) {
        super(null, null, false, false);
        this.paper = paper;
    }

    public TypedPaper paper() {
        return paper;
    }
}
