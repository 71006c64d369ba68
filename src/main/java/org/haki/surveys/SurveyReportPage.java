package org.haki.surveys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.kernel.SmallCells;
import org.haki.ui.Choice;
import org.haki.ui.Ui;
import org.haki.xlsform.Form;

/**
 * What came of a form.
 *
 * @param rate    of a closing survey how many were asked, and answered; else {@code null}
 * @param filled  the form in its newest version, without answers
 * @param all     what any of its versions asked
 * @param tallies what was counted, by question
 * @param sheets  how many filled-in forms were counted
 * @param reads   whether the reader may read the sheets themselves
 * @param offices by their ids
 */
public record SurveyReportPage(Survey form, AskedRepository.Rate rate, Filled filled, List<ReportedQuestion> all, AskReport asked, Map<String, Tally> tallies, int sheets, boolean reads,
        Map<UUID, String> offices, Instant at) {

    /** Fewer than these are not said (P26). */
    public static final int SMALL = SmallCells.ELSE;

    /** How often, and of how many hundredths of those asked; both {@code null} for a number that is not said. */
    public record Cell(Integer count, Integer share) {}

    /**
     * A choice with how often it was chosen, in all and in each group.
     *
     * @param change by how many points of a hundred its share grew from the first of two groups to the second; {@code null} where that is not said
     */
    public record Line(String name, Cell all, List<Cell> cells, Integer change) {}

    /** The middles of the numbers of one group. */
    public record Middle(String head, int answered, String mean, String median) {}

    /**
     * One question.
     *
     * @param gone     whether the newest version asks it no more
     * @param answered how many answered it; {@code null} where so few did, or did not, that it is not said
     * @param middles  of a question with numbers, the middles of each group; empty where it is set against nothing, or a group is small
     * @param numbers  mean and median, then the least and the most where every number is said, for these are one person's
     */
    public record Question(String label, boolean gone, String kind, Integer answered, int asked, List<String> heads, List<Line> lines, List<Middle> middles, List<String> numbers, List<String> texts) {

        public boolean isEmpty() {
            return Objects.equals(answered, 0);
        }
    }

    /** Whether it is said how many were asked and answered. */
    public boolean saysRate() {
        return rate != null && rate.asked() > 0;
    }

    public int rateAsked() {
        return rate.asked();
    }

    public int rateAnswered() {
        return rate.answered();
    }

    public boolean hidesSmall() {
        return !reads || !asked.small().equals("shown");
    }

    /** These counts, of so many in all, as they are said: no small one, and none from which a small one can be reckoned (P27). */
    private List<Integer> said(List<Integer> counts, int total) {
        if (!hidesSmall()) {
            return counts;
        }
        var shown = SmallCells.shown(counts.stream().map(Integer::longValue).toList(), total, false);
        return shown.isEmpty() ? Collections.nCopies(counts.size(), null) : shown.stream().map(count -> count == null ? null : Integer.valueOf(count.intValue())).toList();
    }

    private boolean isSmall(int count) {
        return hidesSmall() && count > 0 && count < SMALL;
    }

    /** Every question in the order of the form, then those that it asks no more, in the language of this page. */
    public List<Question> questions(Ui ui) {
        var questions = new ArrayList<Question>();
        for (var one : all) {
            var tally = tallies.get(one.question());
            if (tally != null && (one.field().shown() || tally.answered() > 0 && !one.field().label().isEmpty())) {
                questions.add(question(one, tally, ui));
            }
        }
        return questions;
    }

    private Question question(ReportedQuestion one, Tally tally, Ui ui) {
        var field = one.field();
        var texts = one.filled().texts(ui.lang());
        var kind = SurveyReports.kind(field);
        var own = asked.by().equals(one.question());
        var heads = asked.by().isEmpty() || asked.lacksDay() || own || field.repeat() != null && !asked.by().startsWith("~") ? List.<String>of() : groups(tally);
        var lines = switch (kind) {
            case ONE_CHOICE, CHOICE, MONTH -> lines(one, tally, texts, heads);
            case NUMBER, TEXT, ANSWERED -> List.<Line>of();
        };
        var numbers = new ArrayList<String>();
        if (kind == SurveyReports.Kind.NUMBER && tally.answered() > 0 && !isSmall(tally.answered())) {
            var all = tally.numbers();
            numbers.addAll(List.of(ui.tenths(Tally.mean(all)), ui.tenths(Tally.median(all))));
            if (!hidesSmall()) {
                numbers.addAll(List.of(ui.tenths(Collections.min(all)), ui.tenths(Collections.max(all))));
            }
        }
        var answered = isSmall(tally.answered()) || isSmall(tally.asks() - tally.answered()) ? null : Integer.valueOf(tally.answered());
        return new Question(texts.label(field), !one.newest(), kind.name().toLowerCase(Locale.ROOT), answered, tally.asks(),
                heads.stream().map(head -> groupName(head, ui)).toList(), lines, middles(tally, heads, ui), numbers, reads ? tally.texts() : List.of());
    }

    /** P27: one group that is too small would be told by the others and all. */
    private List<Middle> middles(Tally tally, List<String> heads, Ui ui) {
        if (tally.numbers().isEmpty() || heads.stream().anyMatch(head -> isSmall(tally.numbers(head).size()))) {
            return List.of();
        }
        return heads.stream().filter(head -> !tally.numbers(head).isEmpty()).map(head -> new Middle(groupName(head, ui), tally.numbers(head).size(),
                ui.tenths(Tally.mean(tally.numbers(head))), ui.tenths(Tally.median(tally.numbers(head))))).toList();
    }

    private List<Line> lines(ReportedQuestion one, Tally tally, Texts texts, List<String> heads) {
        var field = one.field();
        var values = new LinkedHashSet<String>();
        if (field.list() != null) {
            one.filled().version().form().lists().getOrDefault(field.list(), List.of()).stream().map(Form.Option::name).forEach(values::add);
        }
        var counted = field.list() == null ? new TreeSet<>(tally.values()) : tally.values();
        if (values.size() > 60) {
            values.clear();
        }
        values.addAll(counted);
        var named = List.copyOf(values);
        var counts = said(named.stream().map(tally::count).toList(), tally.answered());
        boolean few = named.stream().anyMatch(value -> heads.stream().anyMatch(head -> isSmall(tally.count(value, head))));
        var lines = new ArrayList<Line>();
        for (int i = 0; i < named.size(); i++) {
            var value = named.get(i);
            var cells = heads.stream().map(head -> cell(few ? null : Integer.valueOf(tally.count(value, head)), tally.groups().get(head))).toList();
            lines.add(new Line(field.list() == null ? value : texts.read(field, value), cell(counts.get(i), tally.answered()), cells, change(cells)));
        }
        return lines;
    }

    private static Cell cell(Integer count, int of) {
        return new Cell(count, count == null || of == 0 ? null : Integer.valueOf(Math.round(100f * count / of)));
    }

    private Integer change(List<Cell> cells) {
        boolean both = asked.by().equals(AskReport.DAY) && cells.size() == 2 && cells.stream().allMatch(cell -> cell.share() != null);
        return both ? Integer.valueOf(cells.getLast().share() - cells.getFirst().share()) : null;
    }

    /** Whether it is said how the shares changed from one time to the other. */
    public boolean saysChange(Question question) {
        return question.lines().stream().anyMatch(line -> line.change() != null);
    }

    private static List<String> groups(Tally tally) {
        return List.copyOf(new TreeSet<>(tally.groups().keySet()));
    }

    private String groupName(String group, Ui ui) {
        var across = filled.version().field(asked.by());
        if (asked.by().equals(AskReport.DAY) && !group.isEmpty()) {
            return ui.say("SurveyReportPage." + group, ui.day(LocalDate.parse(asked.edge())));
        }
        return group.isEmpty() ? ui.say("SurveyReportPage.unsaid") : across == null ? group : filled.texts(ui.lang()).read(across, group);
    }

    /** By what it can be set against: office, month, and each question that has few answers. */
    public List<Choice> bys(Ui ui) {
        var texts = filled.texts(ui.lang());
        var bys = new ArrayList<Choice>();
        bys.add(Choice.of("", ui.say("SurveyReportPage.by.nothing")));
        bys.add(Choice.of(AskReport.OFFICE, ui.say("SurveyReportPage.by.office")));
        bys.add(Choice.of(AskReport.MONTH, ui.say("SurveyReportPage.by.month")));
        if (reads) {
            bys.add(Choice.of(AskReport.DAY, ui.say("SurveyReportPage.by.day")));
        }
        filled.version().form().fields().stream()
                .filter(field -> field.type().equals("select_one") && field.repeat() == null
                        && filled.version().form().lists().getOrDefault(field.list(), List.of()).size() <= 12)
                .forEach(field -> bys.add(Choice.of(filled.version().question(field), texts.label(field))));
        return bys;
    }

    public List<Choice> officeChoices(Ui ui) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", ui.say("SurveyReportPage.offices.all"));
        offices.forEach((id, name) -> choices.put(id.toString(), name));
        return choices.entrySet().stream().map(one -> Choice.of(one.getKey(), one.getValue())).toList();
    }
}
