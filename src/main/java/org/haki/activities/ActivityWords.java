package org.haki.activities;

import java.util.List;
import java.util.Map;
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
 */
public record ActivityWords(
        String title, Map<String, String> labels, String template, String place, String happened, String remark, boolean dayOnly) {

    ActivityWords(String title, String template, String place, String happened, String remark, boolean dayOnly) {
        this(title, null, template, place, happened, remark, dayOnly);
    }

    /** A step of the timeline, as its type calls it. */
    static ActivityWords step(Map<String, String> labels) {
        return new ActivityWords("", labels, "", "", "", "", false);
    }

    /** What it is called: its title, what Haki planned by itself, or else its kind. */
    String title(Ui ui, String kind) {
        if (!Text.blank(title)) {
            return title;
        }
        if (labels != null && !labels.isEmpty()) {
            return labels.getOrDefault(ui.lang(), labels.getOrDefault("en", ""));
        }
        return ui.say(Text.blank(template) ? "ActivityKind." + kind : "ActivityTemplate." + template);
    }

    /** What happened, paragraph by paragraph. */
    public List<String> paragraphs() {
        return happened.lines().filter(line -> !line.isBlank()).toList();
    }

    ActivityWords happened(String text, boolean onADay) {
        return new ActivityWords(title, labels, template, place, Text.blank(text) ? happened : text, remark, onADay);
    }

    ActivityWords remark(String text) {
        return new ActivityWords(title, labels, template, place, happened, Text.blank(text) ? remark : text, dayOnly);
    }
}
