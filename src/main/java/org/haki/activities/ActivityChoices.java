package org.haki.activities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.haki.access.Colleague;
import org.haki.cases.CaseType;
import org.haki.ui.Choice;
import org.haki.ui.Ui;

/** What there is to choose from in the forms about activities, in the reader's language. */
public final class ActivityChoices {

    private ActivityChoices() {}

    /** What can be written down as having happened: a note first. */
    public static List<Choice> happenedKinds(Ui ui) {
        return Stream.concat(
                        Stream.of(Choice.of(RecordActivity.NOTE, ui.say("ActivityKind.note"))),
                        kinds(ui).stream().filter(kind -> !kind.value().equals(Activity.Kind.DEADLINE.key())))
                .toList();
    }

    /** What can be planned. */
    public static List<Choice> kinds(Ui ui) {
        return Arrays.stream(Activity.Kind.values())
                .map(kind -> Choice.of(kind.key(), ui.say("ActivityKind." + kind.key())))
                .toList();
    }

    public static List<Choice> whens(Ui ui) {
        return Stream.of(Happened.NOW, Happened.TODAY, Happened.ANOTHER_DAY)
                .map(when -> Choice.of(when, ui.say("Happened.when." + when)))
                .toList();
    }

    /** What may come of an activity of this kind; of any kind where none is given. */
    public static List<Choice> results(Ui ui, Activity.Kind kind) {
        return Arrays.stream(Activity.Kind.values())
                .filter(one -> kind == null ? one.results().size() > 1 : one == kind)
                .flatMap(one -> one.results().stream())
                .distinct()
                .map(result -> Choice.of(result, ui.say("ActivityResult." + result)))
                .toList();
    }

    public static List<Choice> services(Ui ui, CaseType type) {
        return type.services().entrySet().stream()
                .map(service -> Choice.of(service.getKey(), service.getValue().in(ui.lang())))
                .toList();
    }

    public static List<Choice> reasons(Ui ui, List<String> reasons) {
        return reasons.stream().map(reason -> Choice.of(reason, ui.say("ActivityReason." + reason))).toList();
    }

    /** Whether one says on its own page alone that it was done. */
    public static boolean isAskedApart(Activity step) {
        return SettleSteps.isAskedApart(step);
    }

    /** What may become of an open step: it stays, it was done, or it will not happen. */
    public static List<Choice> settling(Ui ui, Activity step, boolean maySettle) {
        var choices = new ArrayList<Choice>();
        choices.add(Choice.of(SettleSteps.STAYS, ui.say("OpenStepsPage.stays")));
        results(ui, step.kind()).stream()
                .filter(result -> SettleSteps.isDone(step, result.value()))
                .map(result -> Choice.of(result.value(), ui.say("OpenStepsPage.done", result.text())))
                .forEach(choices::add);
        if (maySettle || !step.cancelNeedsSupervisor()) {
            reasons(ui, Reasons.CANCELLED).stream()
                    .map(reason -> Choice.of(reason.value(), ui.say("OpenStepsPage.cancelled", reason.text())))
                    .forEach(choices::add);
        }
        return choices;
    }

    public static List<Choice> colleagues(List<Colleague> colleagues) {
        return colleagues.stream().map(one -> Choice.of(one.id().toString(), one.name())).toList();
    }

    /** The planned activities that something else may wait for. */
    public static List<Choice> before(Ui ui, List<OpenedActivity> plan) {
        return plan.stream()
                .filter(one -> one.row().planned())
                .map(one -> Choice.of(one.row().id().toString(), one.title(ui)))
                .toList();
    }
}
