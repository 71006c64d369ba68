package org.haki.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.haki.forms.FormVersion;
import org.haki.questions.QuestionItem;
import org.haki.xlsform.Form;

/** A part of a form that is a page of its own: a group or a repeat that stands at the top, or what stands between two of them. */
record FillStep(List<QuestionItem> items) {

    private static final int LONG = 30;
    private static final int MOST_LOOSE = 20;

    /** With what it begins: by that it is found again when the parts before it changed. */
    String begins() {
        return items.getFirst().place();
    }

    /** The places of its questions, and of its rows. */
    List<String> places() {
        return items.stream().flatMap(FillStep::places).toList();
    }

    private static Stream<String> places(QuestionItem item) {
        return Stream.concat(Stream.of(item.place()), item.below().stream().flatMap(FillStep::places));
    }

    /** The parts of this form; one where it says nothing of pages and is short. */
    static List<FillStep> of(FormVersion version, List<QuestionItem> items) {
        if (items.isEmpty() || !hasSteps(version)) {
            return items.isEmpty() ? List.of() : List.of(new FillStep(items));
        }
        var steps = new ArrayList<FillStep>();
        var loose = new ArrayList<QuestionItem>();
        for (var item : items) {
            if (item.isSection() || loose.size() >= MOST_LOOSE) {
                end(loose, steps);
            }
            if (item.isSection()) {
                steps.add(new FillStep(List.of(item)));
            } else {
                loose.add(item);
            }
        }
        end(loose, steps);
        return steps;
    }

    private static void end(List<QuestionItem> loose, List<FillStep> steps) {
        if (!loose.isEmpty()) {
            steps.add(new FillStep(List.copyOf(loose)));
            loose.clear();
        }
    }

    private static boolean hasSteps(FormVersion version) {
        var form = version.form();
        return form.style().contains("pages")
                || form.fields().stream().anyMatch(field -> field.kind() != Form.Kind.QUESTION && field.control().getOrDefault("appearance", "").contains("field-list"))
                || form.fields().stream().filter(Form.Field::shown).filter(field -> field.kind() == Form.Kind.QUESTION).count() > LONG;
    }
}
