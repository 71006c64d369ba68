package org.haki.surveys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.ui.Choice;
import org.haki.ui.Ui;
import org.haki.xlsform.Form;

/**
 * What came of a form.
 *
 * @param filled  the form, without answers
 * @param tallies what was counted, by question
 * @param sheets  how many filled-in forms were counted
 * @param reads   whether the reader may read the sheets themselves
 * @param offices by their ids
 */
public record SurveyReportPage(Survey form, Filled filled, AskReport asked, Map<String, Tally> tallies, int sheets, boolean reads,
        Map<UUID, String> offices, Instant at) {

    /** Fewer than these are not said. */
    public static final int SMALL = 5;

    /** A choice with how often it was chosen; {@code null} for a number that is too small to be said. */
    public record Line(String name, Integer count, Integer share, List<Integer> cells) {}

    /** One question. */
    public record Question(String label, String kind, int answered, int asked, List<String> heads, List<Line> lines, List<String> numbers, List<String> texts) {

        public boolean isEmpty() {
            return answered == 0;
        }
    }

    public boolean hidesSmall() {
        return !reads || !asked.small().equals("shown");
    }

    private Integer said(int count) {
        return hidesSmall() && count > 0 && count < SMALL ? null : Integer.valueOf(count);
    }

    /** Every question in the order of the form, in the language of this page. */
    public List<Question> questions(Ui ui) {
        var texts = filled.texts(ui.lang());
        var questions = new ArrayList<Question>();
        for (var field : filled.version().form().fields()) {
            var tally = tallies.get(filled.version().question(field));
            if (tally != null && (field.shown() || tally.answered() > 0 && !field.label().isEmpty())) {
                questions.add(question(field, tally, texts, ui));
            }
        }
        return questions;
    }

    private Question question(Form.Field field, Tally tally, Texts texts, Ui ui) {
        var kind = SurveyReports.kind(field);
        var own = asked.by().equals(filled.version().question(field));
        var heads = asked.by().isEmpty() || own || field.repeat() != null ? List.<String>of() : groups(tally);
        var lines = switch (kind) {
            case ONE_CHOICE, CHOICE, MONTH -> lines(field, tally, texts, heads, ui);
            case NUMBER, TEXT, ANSWERED -> List.<Line>of();
        };
        boolean few = hidesSmall() && tally.answered() < SMALL;
        var numbers = kind == SurveyReports.Kind.NUMBER && tally.answered() > 0 && !few
                ? List.of(number(tally.mean(), ui), number(tally.median(), ui), number(tally.least(), ui), number(tally.most(), ui)) : List.<String>of();
        return new Question(texts.label(field), kind.name().toLowerCase(Locale.ROOT), tally.answered(), tally.asks(),
                heads.stream().map(head -> groupName(head, texts, ui)).toList(), lines, numbers, reads ? tally.texts() : List.of());
    }

    private List<Line> lines(Form.Field field, Tally tally, Texts texts, List<String> heads, Ui ui) {
        var values = new LinkedHashSet<String>();
        if (field.list() != null) {
            filled.version().form().lists().getOrDefault(field.list(), List.of()).stream().map(Form.Option::name).forEach(values::add);
        }
        var counted = field.list() == null ? new TreeSet<>(tally.values()) : tally.values();
        if (values.size() > 60) {
            values.clear();
        }
        values.addAll(counted);
        var lines = new ArrayList<Line>();
        for (var value : values) {
            var count = said(tally.count(value));
            var share = count == null || tally.answered() == 0 ? null : Integer.valueOf(Math.round(100f * count / tally.answered()));
            lines.add(new Line(field.list() == null ? value : texts.read(field, value), count, share,
                    heads.stream().map(head -> said(tally.count(value, head))).toList()));
        }
        return lines;
    }

    private static List<String> groups(Tally tally) {
        return List.copyOf(new TreeSet<>(tally.groups().keySet()));
    }

    private String groupName(String group, Texts texts, Ui ui) {
        var across = filled.version().field(asked.by());
        return group.isEmpty() ? ui.say("SurveyReportPage.unsaid") : across == null ? group : texts.read(across, group);
    }

    private static String number(double number, Ui ui) {
        return number == Math.rint(number) ? ui.number((long) number) : String.format(Locale.ROOT, "%.1f", number);
    }

    /** By what it can be set against: office, month, and each question that has few answers. */
    public List<Choice> bys(Ui ui) {
        var texts = filled.texts(ui.lang());
        var bys = new ArrayList<Choice>();
        bys.add(Choice.of("", ui.say("SurveyReportPage.by.nothing")));
        bys.add(Choice.of(AskReport.OFFICE, ui.say("SurveyReportPage.by.office")));
        bys.add(Choice.of(AskReport.MONTH, ui.say("SurveyReportPage.by.month")));
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
