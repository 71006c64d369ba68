package org.haki.cases;

import java.util.ArrayList;
import java.util.List;
import org.haki.ui.Ui;

/** A step of a timeline as a line of a table. */
public record StepLine(CaseType type, CaseType.Step step) {

    static StepLine of(CaseType type, CaseType.Step step) {
        return new StepLine(type, step);
    }

    public String label(Ui ui) {
        return step.label().in(ui.lang());
    }

    public String role(Ui ui) {
        return type.role(step.role()).label().in(ui.lang());
    }

    /** When it is planned: so long before or after what it hangs on. */
    public String when(Ui ui) {
        return said(ui, "StepLine.when.", step.offset(), anchor(ui));
    }

    private static String said(Ui ui, String keys, Offset offset, String anchor) {
        if (offset.byUrgency()) {
            return ui.say(keys + "urgency", anchor);
        }
        int number = offset.hours() != 0 ? offset.hours() : offset.days();
        return ui.say(keys + (number < 0 ? "before." : "") + (offset.hours() != 0 ? "hours" : "days"), Math.abs(number), anchor);
    }

    private String anchor(Ui ui) {
        if (step.field() != null) {
            int slash = step.field().indexOf('/');
            var section = type.sections().stream().filter(one -> slash > 0 && one.key().equals(step.field().substring(0, slash))).findFirst();
            return ui.say("StepLine.field", section.map(one -> one.label().in(ui.lang())).orElse(""), step.field().substring(slash + 1));
        }
        if (step.step() != null) {
            return ui.say(step.done() ? "StepLine.done" : "StepLine.step", type.step(step.step()).label().in(ui.lang()));
        }
        return ui.say("StepLine." + step.after());
    }

    /** What is special about it. */
    public List<String> marks(Ui ui) {
        var marks = new ArrayList<String>();
        if (step.required()) {
            marks.add(ui.say("StepLine.required"));
        }
        if (step.hard()) {
            marks.add(ui.say("StepLine.hard"));
        }
        if (step.survives()) {
            marks.add(ui.say("StepLine.survives"));
        }
        if (!step.each().isEmpty()) {
            marks.add(ui.say("StepLine.each", step.each()));
        }
        if (step.every() != null) {
            marks.add(said(ui, "StepLine.every.", step.every(), ""));
        }
        return marks;
    }

    /** The conditions as the file has them, or "". */
    public String conditions() {
        var all = new ArrayList<String>();
        if (!step.when().isEmpty()) {
            all.add("when: " + step.when());
        }
        if (!step.until().isEmpty()) {
            all.add("repeat_until: " + step.until());
        }
        if (!step.doneWhen().isEmpty()) {
            all.add("done_when: " + step.doneWhen());
        }
        return String.join("\n", all);
    }
}
