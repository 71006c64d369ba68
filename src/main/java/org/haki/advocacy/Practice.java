package org.haki.advocacy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A bad practice; words under {@code Practice.}, what is met most often first. */
enum Practice {
    EXTRA_REQUIREMENT,
    SENDS_AROUND,
    BRIBE,
    REFUSES_TO_RECEIVE,
    CLOSED_OFFICE,
    DELAY,
    ILLEGAL_FEE,
    NO_INFO,
    REFUSAL_NO_REASON,
    NO_REPLY,
    LOST_FILE,
    WRONG_ENTRY,
    VETTING,
    DISCRIMINATION,
    MISTREATMENT,
    LANGUAGE_BARRIER,
    NO_ACCESS,
    DISTANCE_COST,
    NO_PRIVACY,
    VICTIM_BLAMING,
    FORCED_SETTLEMENT,
    CONFIDENTIALITY_BREACH,
    REPRISAL,
    OTHER;

    private static final List<String> KEYS = Stream.of(values()).map(Practice::key).toList();

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every one, as it is kept. */
    static List<String> keys() {
        return KEYS;
    }
}
