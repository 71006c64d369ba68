package org.haki.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.haki.forms.FormVersion;
import org.haki.questions.QuestionItem;
import org.haki.xlsform.Form;

/**
 * A part of a form that is a page of its own: a group or a repeat that stands at the top, or what stands between two of them.
 *
 * @param begins the place with which it begins: by that it is found again when the parts before it changed
 */
public record FillStep(String begins, List<QuestionItem> items) {

    private static final int LONG = 30;
    private static final int MOST_LOOSE = 20;

    private static FillStep of(QuestionItem item) {
        return new FillStep(item.place(), List.of(item));
    }

    /** The places of its questions, and of its rows. */
    public List<String> places() {
        return items.stream().flatMap(FillStep::places).toList();
    }

    private static Stream<String> places(QuestionItem item) {
        return Stream.concat(Stream.of(item.place()), item.below().stream().flatMap(FillStep::places));
    }

    /** The parts of this form; one where it says nothing of pages and is short. */
    static List<FillStep> of(FormVersion version, List<QuestionItem> items) {
        if (items.isEmpty() || !hasSteps(version)) {
            return items.isEmpty() ? List.of() : List.of(new FillStep(items.getFirst().place(), items));
        }
        var steps = new ArrayList<FillStep>();
        var loose = new ArrayList<QuestionItem>();
        for (var item : items) {
            if (item.isSection() || loose.size() >= MOST_LOOSE) {
                end(loose, steps);
            }
            if (item.isSection()) {
                steps.addAll(parts(version, item));
            } else {
                loose.add(item);
            }
        }
        end(loose, steps);
        return steps;
    }

    /** A group that holds groups which are each a page of their own is as many pages, each below its name. */
    private static List<FillStep> parts(FormVersion version, QuestionItem item) {
        if (item.look() != QuestionItem.Look.GROUP || isOnePage(version, item) || item.below().stream().noneMatch(inside -> isOnePage(version, inside))) {
            return List.of(of(item));
        }
        var parts = new ArrayList<FillStep>();
        var loose = new ArrayList<QuestionItem>();
        for (var inside : item.below()) {
            if (isOnePage(version, inside)) {
                end(item, loose, parts);
                parts.add(new FillStep(inside.place(), List.of(item.with(List.of(inside)))));
            } else {
                loose.add(inside);
            }
        }
        end(item, loose, parts);
        return parts;
    }

    private static void end(QuestionItem around, List<QuestionItem> loose, List<FillStep> parts) {
        if (!loose.isEmpty()) {
            parts.add(new FillStep(loose.getFirst().place(), List.of(around.with(List.copyOf(loose)))));
            loose.clear();
        }
    }

    private static boolean isOnePage(FormVersion version, QuestionItem item) {
        var field = version.field(item.place());
        return item.isSection() && field != null && field.kind() != Form.Kind.QUESTION && field.control().getOrDefault("appearance", "").contains("field-list");
    }

    private static void end(List<QuestionItem> loose, List<FillStep> steps) {
        if (!loose.isEmpty()) {
            steps.add(new FillStep(loose.getFirst().place(), List.copyOf(loose)));
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
