package org.haki.forms;

/** An expression that Haki cannot follow: why, and at which letter of it, counted from 1. */
public final class BadExpression extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    BadExpression(int position, String sentence) {
        super(sentence, null, false, false);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
