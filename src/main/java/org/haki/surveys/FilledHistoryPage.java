package org.haki.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.forms.AnswerChange;
import org.haki.forms.Answers;
import org.haki.forms.Filled;

/** How each answer of a filled-in form came about, question by question, the newest first; {@code asked} are the forms that asked, by their hashes. */
public record FilledHistoryPage(Survey form, SurveySheet sheet, List<AnswerChange> changes, Map<String, Filled> asked, Map<UUID, String> names) {

    /** One question at one place, and what was answered there. */
    public record Line(String question, List<Told> told) {}

    /** One answer as one reads it; "" where it was taken back. */
    public record Told(String answer, AnswerChange change, String by) {}

    public List<Line> lines(String language) {
        var byPlace = new LinkedHashMap<String, Line>();
        for (var change : changes) {
            var filled = asked.get(change.form());
            var field = filled.version().field(change.place());
            if (field == null || field.shown() && !field.bind().containsKey("calculate")) {
                byPlace.computeIfAbsent(change.place(), place -> new Line(question(place, language), new ArrayList<>())).told()
                        .add(new Told(field == null ? change.value() : filled.texts(language).read(field, change.value()), change,
                                change.by() == null ? "" : names.getOrDefault(change.by(), "")));
            }
        }
        return List.copyOf(byPlace.values());
    }

    private String question(String place, String language) {
        return asked.values().stream().filter(filled -> filled.version().field(place) != null).findFirst()
                .map(filled -> filled.texts(language).label(filled.version().field(place)))
                .orElse(Answers.question(place));
    }
}
