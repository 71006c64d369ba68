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
 * @param head       the case itself
 * @param plan       everything planned and done in the case
 * @param names      of the colleagues who appear
 * @param colleagues who may be given work
 * @param mayWrite   whether the reader may write in this case now
 * @param maySettle  whether the reader may move and cancel what is hard
 */
public record ActivityScene(
        CaseHead head,
        List<OpenedActivity> plan,
        Map<UUID, String> names,
        List<Colleague> colleagues,
        boolean mayWrite,
        boolean maySettle) {

    /** The same, only to be read. */
    public ActivityScene toRead() {
        return new ActivityScene(head, plan, names, colleagues, false, false);
    }

    public CaseFile file() {
        return head.file();
    }

    public CaseType type() {
        return head.type();
    }

    /** The name of this colleague, or nothing. */
    public String name(UUID person) {
        return names.getOrDefault(person, "");
    }

    /** What this service is called in the reader's language. */
    public String service(String key, Ui ui) {
        var label = type().services().get(key);
        return label == null ? key : label.in(ui.lang());
    }

    /** Several titles in a row, each with its day. */
    public String titles(List<OpenedActivity> several, Ui ui) {
        return several.stream()
                .map(one -> one.row().dueOn() == null ? one.title(ui) : one.title(ui) + " " + ui.day(one.row().dueOn()))
                .collect(Collectors.joining(", "));
    }

    /** The address of one of the plan. */
    public String path(UUID activity) {
        return file().path() + "/activities/" + activity;
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

    /** What grew from this one. */
    public List<OpenedActivity> grownFrom(UUID id) {
        return plan.stream().filter(one -> id.equals(one.row().grownFrom())).toList();
    }

    /** What may come before this one: everything planned but itself. */
    public List<OpenedActivity> others(UUID id) {
        return open().stream().filter(one -> !one.row().id().equals(id)).toList();
    }
}
