package org.haki.activities;

import java.time.Instant;
import java.util.UUID;
import org.haki.cases.StoryEntry;
import org.haki.ui.Ui;

/**
 * An activity with its words opened.
 *
 * @param row      what is kept in clear
 * @param words    what was sealed
 * @param waitsFor the words of what must be done before, or {@code null}
 */
public record OpenedActivity(Activity row, ActivityWords words, ActivityWords waitsFor) implements StoryEntry {

    @Override
    public UUID id() {
        return row.id();
    }

    @Override
    public Instant at() {
        return row.settledAt();
    }

    /** What it is called in this reader's language: its title, what Haki planned, or its kind. */
    public String title(Ui ui) {
        return words.title(ui, row.kind().key());
    }

    /** What it waits for, in this reader's language. */
    public String waitsForTitle(Ui ui) {
        return waitsFor == null ? "" : waitsFor.title(ui, "other");
    }

    /** What came of it, in this reader's language, where that says more than that it was done. */
    public String resultSentence(Ui ui) {
        return row.kind().results().size() > 1 && !row.result().isEmpty() ? ui.say("ActivityResult." + row.result()) : "";
    }

    /** The shape of how it stands today. */
    public String icon(Ui ui) {
        return switch (row.standing(ui.today())) {
            case LATE -> "late";
            case SOON -> row.hard() ? "hard" : "soon";
            case PLANNED -> row.hard() ? "hard" : "planned";
            case WAITING -> "blocked";
            case DONE -> "done";
            case MISSED, CANCELLED -> "missed";
        };
    }

    /** How it stands today, in words. */
    public String stateSentence(Ui ui) {
        return switch (row.standing(ui.today())) {
            case LATE -> ui.due(row.dueOn());
            case SOON, PLANNED -> dueSentence(ui);
            case WAITING -> ui.say("Activity.waitsFor", waitsForTitle(ui));
            case DONE -> ui.say("Activity.state.done");
            case MISSED -> ui.say("Activity.state.missed");
            case CANCELLED -> ui.say("Activity.state.cancelled");
        };
    }

    public boolean soon(Ui ui) {
        return row.standing(ui.today()) == Activity.Standing.SOON;
    }

    private String dueSentence(Ui ui) {
        if (row.dueOn() == null) {
            return ui.say("Activity.noDay");
        }
        return row.dueAt() != null && row.dueOn().equals(ui.today()) ? ui.ago(row.dueAt()) : ui.due(row.dueOn());
    }
}
