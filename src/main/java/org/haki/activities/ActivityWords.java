package org.haki.activities;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.haki.kernel.Text;
import org.haki.ui.Ui;

/**
 * The words of an activity, sealed under the key of its case.
 *
 * @param title    what it is, or empty
 * @param labels   for a step of the timeline: what its type calls it, by language; else {@code null}
 * @param template for what Haki planned by itself: the key under {@code ActivityTemplate.}, read in the reader's language
 * @param place    where
 * @param happened what happened, or what was said
 * @param remark   why it was missed, moved, cancelled or done out of order, beside the chosen reason
 * @param dayOnly  that it was done on a day, at an hour that nobody wrote down
 * @param row      for a step that is planned for each row of a repeat: the row's place, counted from 1; else {@code null}
 */
public record ActivityWords(
        String title, Map<String, String> labels, String template, String place, String happened, String remark, boolean dayOnly,
        Integer row) {

    ActivityWords(String title, String template, String place, String happened, String remark, boolean dayOnly) {
        this(title, null, template, place, happened, remark, dayOnly, null);
    }

    /** A step of the timeline, as its type calls it. */
    static ActivityWords step(Map<String, String> labels, Integer row) {
        return new ActivityWords("", labels, "", "", "", "", false, row);
    }

    /** The same thing planned anew: what it is and where, and nothing of what became of it. */
    ActivityWords anew() {
        return new ActivityWords(title, labels, template, place, "", "", false, row);
    }

    /** Whether both are the same thing that Haki plans by itself; what people plan is theirs, whatever they call it. */
    boolean isSameStep(ActivityWords other) {
        return Text.blank(title) && Text.blank(other.title) && template.equals(other.template)
                && (!template.isEmpty() || labels != null && labels.equals(other.labels))
                && Objects.equals(row, other.row);
    }

    /** What it is called: its title, what Haki planned by itself, or else its kind. */
    String title(Ui ui, String kind) {
        if (!Text.blank(title)) {
            return title;
        }
        if (labels != null && !labels.isEmpty()) {
            var label = labels.getOrDefault(ui.lang(), labels.getOrDefault("en", ""));
            return row == null ? label : ui.say("Activity.ofRow", label, row);
        }
        return ui.say(Text.blank(template) ? "ActivityKind." + kind : "ActivityTemplate." + template);
    }

    /** What happened, paragraph by paragraph. */
    public List<String> paragraphs() {
        return happened.lines().filter(line -> !line.isBlank()).toList();
    }

    ActivityWords happened(String text, boolean onADay) {
        return new ActivityWords(title, labels, template, place, Text.blank(text) ? happened : text, remark, onADay, row);
    }

    ActivityWords remark(String text) {
        return new ActivityWords(title, labels, template, place, happened, Text.blank(text) ? remark : text, dayOnly, row);
    }

    /** A step that its type calls otherwise now. */
    ActivityWords called(Map<String, String> now) {
        return new ActivityWords(title, now, template, place, happened, remark, dayOnly, row);
    }

    ActivityWords ofRow(int place) {
        return new ActivityWords(title, labels, template, place(), happened, remark, dayOnly, place);
    }
}
