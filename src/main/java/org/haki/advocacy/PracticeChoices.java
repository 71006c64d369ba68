package org.haki.advocacy;

import java.util.List;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/** Bad practices as chips. */
public final class PracticeChoices {

    /** So many stand in sight; the others open. */
    private static final int OFTEN = 8;

    private PracticeChoices() {}

    /** Those that are met most often. */
    public static List<Choice> often(Ui ui) {
        return all(ui).subList(0, OFTEN);
    }

    /** The others. */
    public static List<Choice> others(Ui ui) {
        return all(ui).subList(OFTEN, Practice.keys().size());
    }

    /** Whether that is one of them. */
    public static boolean isOne(String key) {
        return Practice.keys().contains(key);
    }

    /** The states that observations may be in. */
    public static List<Choice> states(Ui ui, ObservationsPage page) {
        return page.states().stream().map(state -> Choice.of(state, ui.say("ObservationState." + state))).toList();
    }

    /** The institutions of which there are observations in this state. */
    public static List<Choice> institutions(ObservationsPage page) {
        return page.tally().institutions().stream().map(place -> Choice.of(place.id(), place.name())).toList();
    }

    /** The practices that there are in this state. */
    public static List<Choice> practices(Ui ui, ObservationsPage page) {
        return of(ui, page.tally().practices());
    }

    /** The months in which those of this state were seen. */
    public static List<Choice> months(Ui ui, ObservationsPage page) {
        return page.tally().months().stream().map(month -> Choice.of(month.toString(), ui.month(month.atDay(1)))).toList();
    }

    private static List<Choice> of(Ui ui, List<String> keys) {
        return keys.stream().map(key -> Choice.of(key, ui.say("Practice." + key))).toList();
    }

    private static List<Choice> all(Ui ui) {
        return of(ui, Practice.keys());
    }
}
