package org.haki.ui;

/** One of the answers a person may choose from: what is sent, what is read, and a second line where it helps. */
public record Choice(String value, String text, String hint) {

    public static Choice of(String value, String text) {
        return new Choice(value, text, null);
    }
}
