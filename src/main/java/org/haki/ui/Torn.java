package org.haki.ui;

import java.io.IOException;

/** A file of which a part is out already, and the rest cannot follow: the line ends, so that nobody takes it for whole. */
public class Torn extends IOException {

    private static final long serialVersionUID = 1;

    public Torn(RuntimeException fault) {
        super(fault);
    }
}
