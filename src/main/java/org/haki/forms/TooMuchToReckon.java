package org.haki.forms;

/** An expression went over more nodes, or made longer text, than any form needs: it was cut, and nothing was kept of it. */
public final class TooMuchToReckon extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooMuchToReckon() {
        super("An expression took more steps than Haki allows", null, false, false);
    }
}
