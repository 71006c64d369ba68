package org.haki.devices;

import java.util.Locale;
import org.haki.surveys.Receipt;

/** Why a device is told no: each with its status, and under {@code Refusal.<name>} its sentence. */
enum Refusal {
    /** Its key opens nothing, or no longer. Not 401, at which a device would ask for a password. */
    KEY(403),
    /** No name and password came, where they would be taken. */
    SIGN_IN(401),
    /** Its person may not do this. */
    NOT_YOURS(403),
    /** It does not say that it speaks OpenRosa. */
    NO_OPENROSA(400),
    /** There is no filled-in form in it. */
    NO_XML(400),
    /** It cannot be taken apart. */
    BROKEN(400),
    /** Larger than one post may be. */
    TOO_LARGE(413),
    /** Too often; wait. */
    TOO_OFTEN(429),
    /** No XML, or not this form's, or it declares what is not followed, or lies too deep. */
    UNREADABLE(400),
    /** There is no such form. */
    NO_FORM(404),
    /** The form never had this version. */
    NO_VERSION(404),
    /** The form takes nothing more. */
    CLOSED(409),
    /** Something else came under its name before. */
    ANOTHER(409),
    /** What it edits was never received. */
    EDITS_NOTHING(404),
    /** What it edits was edited since. */
    EDITED_SINCE(409),
    /** It was here, and was destroyed. */
    DELETED(409),
    /** There is nothing at this address. */
    NOT_FOUND(404),
    /** Something broke. */
    FAULT(500),
    /** The database did not answer. */
    UNAVAILABLE(503),
    /** The disk is nearly full. */
    DISK_FULL(507);

    private final int status;

    Refusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a receipt that keeps nothing means. */
    static Refusal of(Receipt.Outcome outcome) {
        return switch (outcome) {
            case ANOTHER -> ANOTHER;
            case EDITS_NOTHING -> EDITS_NOTHING;
            case EDITED_SINCE -> EDITED_SINCE;
            case CLOSED -> CLOSED;
            case DELETED -> DELETED;
            case UNREADABLE -> UNREADABLE;
            case KEPT, KEPT_BEFORE -> throw new IllegalArgumentException(outcome.name());
        };
    }
}
