package org.haki.activities;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Colleague;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseHead;
import org.haki.cases.CaseType;
import org.haki.ui.Ui;

/**
 * What every page about activities needs to know of the case around them.
 *
 * @param base       the address of the case's page for this reader: its own, or that of the window through which she works it
 * @param head       the case itself
 * @param plan       everything planned and done in the case
 * @param names      of the colleagues and organisations that appear
 * @param colleagues who may be given work
 * @param mayWrite   whether the reader may write in this case now
 * @param maySettle  whether the reader may move and cancel what is hard
 */
public record ActivityScene(
        String base,
        CaseHead head,
        List<OpenedActivity> plan,
        Map<UUID, String> names,
        List<Colleague> colleagues,
        boolean mayWrite,
        boolean maySettle) {

    /** The same, only to be read. */
    public ActivityScene toRead() {
        return new ActivityScene(base, head, plan, names, colleagues, false, false);
    }

    /** The same, to settle one thing that may be open in a case that is not. */
    ActivityScene toSettle() {
        return new ActivityScene(base, head, plan, names, colleagues, true, maySettle);
    }

    public CaseFile file() {
        return head.file();
    }

    public CaseType type() {
        return head.type();
    }

    /** The name of this colleague, or nothing. */
    public String name(UUID person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    /** Whether the reader works it through a window. */
    public boolean isWindow() {
        return !base.equals(file().path());
    }

    /** Who has it to do, or did it: a colleague, or the organisation that leads; at a window "us" and "they". */
    public String who(Activity row, Ui ui) {
        if (isWindow()) {
            return ui.say(row.assigneeOrg() == null ? "Activity.owner" : "Activity.us");
        }
        if (isReaders(row, ui)) {
            return ui.say("Activity.you");
        }
        var name = name(row.assigneeOrg() != null ? row.assigneeOrg() : row.planned() ? row.assignee() : row.doneBy());
        return row.planned() && name.isEmpty() ? ui.say("Activity.nobody") : name;
    }

    /** Whether {@link #who} says "you", which on paper nobody is. */
    public boolean isReaders(Activity row, Ui ui) {
        return !isWindow() && row.planned() && mayWrite && ui.actor().is(row.assignee());
    }

    /** What this service is called in the reader's language. */
    public String service(String key, Ui ui) {
        var label = type().services().get(key);
        return label == null ? key : label.in(ui.lang());
    }

    /** Whether the reader may say what became of it: what its type gives to the supervisor only a supervisor may. */
    public boolean holds(Activity row) {
        return maySettle || !type().isSupervised(row.mark().key());
    }

    /** Who must say what became of it, where the reader may not: her name, or what her role is called. */
    public String holder(Activity row, Ui ui) {
        var role = type().role(type().step(row.mark().key()).role()).label().in(ui.lang());
        return name(row.assignee()).isEmpty() ? role : role + ", " + name(row.assignee());
    }

    /** Several titles in a row, each with its day. */
    public String titles(List<OpenedActivity> several, Ui ui) {
        return several.stream()
                .map(one -> one.row().dueOn() == null ? one.title(ui) : one.title(ui) + " " + ui.day(one.row().dueOn()))
                .collect(Collectors.joining(", "));
    }

    /** The address of one of the plan. */
    public String path(UUID activity) {
        return base + "/activities/" + activity;
    }

    /** One of the plan, or {@code null}. */
    public OpenedActivity one(UUID id) {
        return plan.stream().filter(one -> one.row().id().equals(id)).findFirst().orElse(null);
    }

    /** What is planned still. */
    public List<OpenedActivity> open() {
        return plan.stream().filter(one -> one.row().planned()).toList();
    }

    /** What was done, missed or cancelled, the latest first. */
    public List<OpenedActivity> settled() {
        return plan.stream()
                .filter(one -> !one.row().planned())
                .sorted(Comparator.comparing((OpenedActivity one) -> one.row().settledAt()).reversed())
                .toList();
    }

    /** How many were done, and how many ended otherwise. */
    public String settledSentence(Ui ui) {
        long done = settled().stream().filter(one -> one.row().state() == Activity.State.DONE).count();
        long others = settled().size() - done;
        return others == 0 ? ui.say("PlanSection.settled", done) : ui.say("PlanSection.settledOrNot", done, others);
    }

    /** What grew from this one. */
    public List<OpenedActivity> grownFrom(UUID id) {
        return plan.stream().filter(one -> id.equals(one.row().grownFrom())).toList();
    }

    /** What may come before this one: everything planned but itself. */
    public List<OpenedActivity> others(UUID id) {
        return open().stream().filter(one -> !one.row().id().equals(id)).toList();
    }
}
