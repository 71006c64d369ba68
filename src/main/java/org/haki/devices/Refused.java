package org.haki.devices;

/** A device is told no, in the language of its person or organisation; carries nothing of what it sent. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal why;
    private final String language;

    Refused(Refusal why, String language) {
        super(why.name(), null, false, false);
        this.why = why;
        this.language = language;
    }

    Refusal why() {
        return why;
    }

    String language() {
        return language;
    }
}
