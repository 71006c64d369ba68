package org.haki.access;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A session and whom it belongs to, read anew at each request. */
record Session(
        UUID id,
        UUID person,
        UUID org,
        State state,
        byte[] csrf,
        boolean hideNames,
        String name,
        String language,
        String organisation,
        ZoneId zone,
        List<Membership> memberships,
        List<Office> offices) {

    /** How far somebody has proved who they are. */
    enum State {
        /** The password was right; the second factor comes next. */
        SECOND_FACTOR,
        /** A newcomer's code was right; the password comes next. */
        PASSWORD,
        /** The newcomer chooses a second factor. */
        FACTOR,
        OPEN,
        LOCKED,
        /** After twelve hours: to be opened by signing in anew. */
        EXPIRED,
        ENDED
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    /** Whether its person had come all the way in. */
    boolean wasOpen() {
        return state == State.OPEN || state == State.LOCKED || state == State.EXPIRED;
    }
}
