package org.haki.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.cases.AdoptedTypes;
import org.haki.cases.CaseType;
import org.haki.cases.Labels;
import org.haki.cases.ReportableQuestions;
import org.haki.kernel.SmallCells;
import org.haki.reports.FigureRepository.Chosen;
import org.springframework.stereotype.Component;

/** How often each choice of a reportable question was made, by case type. */
@Component
class AnswerFigures {

    /** The figures of one type, and the other types that have some. */
    public record ByAnswers(List<CaseType> types, CaseType type, List<Table> tables) {

        public int least() {
            return type.restricted() ? SmallCells.SENSITIVE : SmallCells.ELSE;
        }
    }

    /** One question; no lines where too few answered it for any number to be shown. */
    public record Table(Labels label, boolean several, long total, List<Line> lines) {

        public long most() {
            return lines.stream().mapToLong(line -> line.number() == null ? 0 : line.number()).max().orElse(0);
        }
    }

    /** One choice; {@code null} where its number is hidden. */
    public record Line(Labels label, Long number) {}

    private final AdoptedTypes adopted;
    private final ReportableQuestions questions;
    private final FigureRepository figures;

    AnswerFigures(AdoptedTypes adopted, ReportableQuestions questions, FigureRepository figures) {
        this.adopted = adopted;
        this.questions = questions;
        this.figures = figures;
    }

    /** The types whose answers may be asked for; inside work.as, before reading as reports. */
    List<CaseType> types() {
        return adopted.now().stream().filter(type -> !questions.of(type).isEmpty()).toList();
    }

    /** Of the type with this key, or of the first that has figures; {@code null} where none has. Read as reports. */
    ByAnswers of(List<CaseType> types, String key, Period period, Collection<UUID> offices, boolean settled) {
        if (types.isEmpty()) {
            return null;
        }
        var chosen = figures.chosen(period, offices, settled).stream().collect(Collectors.groupingBy(Chosen::type));
        var counted = types.stream().filter(type -> chosen.containsKey(type.key())).toList();
        if (counted.isEmpty()) {
            return null;
        }
        var type = counted.stream().filter(one -> one.key().equals(key)).findFirst().orElse(counted.getFirst());
        var byQuestion = chosen.get(type.key()).stream().collect(Collectors.groupingBy(Chosen::question));
        return new ByAnswers(counted, type, questions.of(type).stream()
                .filter(question -> byQuestion.containsKey(question.path()))
                .map(question -> table(type, question, byQuestion.get(question.path())))
                .toList());
    }

    private static Table table(CaseType type, ReportableQuestions.Question question, List<Chosen> chosen) {
        Map<String, Long> numbers = chosen.stream().filter(one -> one.choice() != null).collect(Collectors.toMap(Chosen::choice, Chosen::number));
        long total = chosen.stream().filter(one -> one.choice() == null).mapToLong(Chosen::number).sum();
        var counts = question.choices().keySet().stream().map(choice -> numbers.getOrDefault(choice, 0L)).toList();
        var shown = SmallCells.shown(counts, total, type.restricted());
        var lines = new ArrayList<Line>();
        if (!shown.isEmpty()) {
            for (var label : question.choices().values()) {
                lines.add(new Line(label, shown.get(lines.size())));
            }
        }
        return new Table(question.label(), question.several(), total, lines);
    }
}
