package org.haki.intake;

/** How many intakes stand in each view; no more than {@link org.haki.ui.Stretch#COUNTED} and one are counted. */
public record Counts(int waiting, int callBack, int quarantine, int decidedToday) {

    public int of(String view) {
        return switch (view) {
            case "waiting" -> waiting;
            case "call_back" -> callBack;
            case "quarantine" -> quarantine;
            default -> decidedToday;
        };
    }
}
