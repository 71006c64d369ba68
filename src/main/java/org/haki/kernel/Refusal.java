package org.haki.kernel;

/** Haki will not start, or a command will not run; the sentence says why and what to do, and is all that is printed. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String sentence) {
        super(sentence);
    }

    public Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
