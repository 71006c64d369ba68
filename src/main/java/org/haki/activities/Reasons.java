package org.haki.activities;

import java.util.List;

/** Reasons to pick from: their keys are kept, their sentences stand under {@code ActivityReason.}. */
public final class Reasons {

    public static final List<String> MISSED = List.of("client_absent", "others_absent", "we_could_not", "not_known_in_time", "other");
    public static final List<String> CANCELLED =
            List.of("no_longer_needed", "client_asked", "done_otherwise", "entered_by_mistake", "other");
    public static final List<String> OUT_OF_ORDER = List.of("urgent", "client_asked", "no_longer_needed", "other");
    public static final List<String> MOVED = List.of("client_asked", "others_moved", "we_could_not", "entered_by_mistake", "other");

    /** A date that followed what it hangs on. */
    static final String ANCHOR_MOVED = "anchor_moved";

    private Reasons() {}
}
