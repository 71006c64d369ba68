package org.haki.sheets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.cases.CaseHead;
import org.haki.cases.Labels;
import org.haki.forms.AnswerChange;
import org.haki.forms.Filled;
import org.haki.forms.Marks;
import org.haki.forms.Texts;
import org.haki.questions.QuestionItem;
import org.haki.xlsform.Form;

/** How each answer of a section came about, question by question, the newest first; {@code open} is the place of a sensitive one that was opened. */
public record SheetHistoryPage(CaseHead head, String section, Labels label, Filled filled, List<AnswerChange> changes, List<Gone> gone,
        Map<UUID, String> names, String open) {

    /** An answer to what the type of the case asks no more, and the form that asked it. */
    public record Gone(Filled filled, AnswerChange change) {}

    /** One question at one place, and what was answered there. */
    public record Line(String question, String place, boolean covered, boolean isGone, List<Told> told) {}

    /** One answer as one reads it; "" where it was taken back. */
    public record Told(String answer, AnswerChange change, String by) {

        /** The day that it is, or {@code null}. */
        public LocalDate day() {
            return QuestionItem.day(answer);
        }
    }

    public String path() {
        return head.file().path() + "/sheet/" + section;
    }

    /** In the order of the form; what the form no longer asks comes last. */
    public List<Line> lines(String language) {
        var texts = filled.texts(language);
        var byPlace = new LinkedHashMap<String, List<Told>>();
        filled.each(asked -> {
            if (asked.isQuestion()) {
                byPlace.put(asked.place(), new ArrayList<>());
            }
        });
        for (var change : changes) {
            var field = filled.version().field(change.place());
            var answer = field == null ? change.value() : texts.read(field, change.value());
            byPlace.computeIfAbsent(change.place(), _ -> new ArrayList<>())
                    .add(told(answer, change));
        }
        var lines = new ArrayList<Line>();
        byPlace.forEach((place, told) -> {
            var field = filled.version().field(place);
            if (!told.isEmpty() && (field == null || field.shown() && !field.bind().containsKey("calculate"))) {
                lines.add(new Line(field == null ? place : texts.label(field) + rows(place, texts), place, isSensitive(field) && !place.equals(open), false, told));
            }
        });
        lines.addAll(gone(language));
        return lines;
    }

    /** What is no longer asked may have been: the form does not say any more. */
    private static boolean isSensitive(Form.Field field) {
        return field == null || Marks.isSensitive(field);
    }

    public boolean hasSensitive() {
        return filled.version().form().fields().stream().anyMatch(Marks::isSensitive) || gone.stream().anyMatch(one -> isSensitive(one.filled().version().field(one.change().place())));
    }

    private List<Line> gone(String language) {
        var byQuestion = new LinkedHashMap<String, Line>();
        for (var one : gone) {
            var change = one.change();
            var texts = one.filled().texts(language);
            var field = one.filled().version().field(change.place());
            if (field != null && !field.bind().containsKey("calculate")) {
                byQuestion.computeIfAbsent(change.form() + change.place(), _ -> new Line(texts.label(field), change.place(),
                                isSensitive(field) && !change.place().equals(open), true, new ArrayList<>()))
                        .told().add(told(texts.read(field, change.value()), change));
            }
        }
        return List.copyOf(byQuestion.values());
    }

    private Told told(String answer, AnswerChange change) {
        return new Told(answer, change, change.by() == null ? "" : names.getOrDefault(change.by(), ""));
    }

    /** In which rows it is: " · Child 2"; a row that is gone has no number any more. */
    private String rows(String place, Texts texts) {
        var rows = new StringBuilder();
        for (int from = place.indexOf('['); from >= 0; from = place.indexOf('[', from + 1)) {
            var repeat = place.substring(0, from);
            int number = filled.answers().rowsOf(repeat).indexOf(place.substring(from + 1, place.indexOf(']', from))) + 1;
            rows.append(" · ").append(texts.label(filled.version().field(repeat))).append(number == 0 ? "" : " " + number);
        }
        return rows.toString();
    }
}
