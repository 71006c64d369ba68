package org.haki.xlsform;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the survey sheet row by row into the form's tree; begins and ends of groups keep their order even where a row is wrong. */
final class SurveyReader {

    private static final Pattern BEGIN = Pattern.compile("begin[\\s_](group|lgroup|repeat|loop|looped group)( (over )?\\S+)?");
    private static final Pattern END = Pattern.compile("end[\\s_](group|lgroup|repeat|loop|looped group)");
    private static final Set<String> SETTINGS = Set.of("form_title", "set_form_title", "form_id", "set_form_id");
    private static final Set<String> FILES = Set.of("xml-external", "csv-external");
    /** Deeper nesting is a mistake, and kills programs that go down into it. */
    private static final int DEEPEST = 40;

    private final Survey survey;
    private final Entities entities;
    private final Deque<Element> open = new ArrayDeque<>();
    /** The list of the table that is being read: null outside, empty before its first question. */
    private String tableList;

    private SurveyReader(Survey survey, Entities entities) {
        this.survey = survey;
        this.entities = entities;
        open.push(survey.root);
    }

    static void read(Survey survey, Entities entities) {
        var reader = new SurveyReader(survey, entities);
        boolean tidy = !survey.settings.has("clean_text_values") || survey.settings.yes("clean_text_values");
        for (var row : survey.columns.sheet().rows()) {
            var line = Line.of(survey.columns, row, survey.defaultLanguage(), tidy, survey.problems);
            survey.problems.collect(() -> reader.row(line));
        }
        while (reader.open.size() > 1) {
            var begun = reader.open.pop();
            var kind = begun.kind == Element.Kind.REPEAT ? "repeat" : "group";
            survey.problems.add(begun.problem(Fault.GROUP_NOT_CLOSED, "type", kind, begun.name, kind));
        }
    }

    private void row(Line line) {
        if (line.value("disabled") != null) {
            survey.problems.warn(line.problem(Fault.ROW_DISABLED, survey.columns.column("disabled")));
            if (Settings.isYes(line.value("disabled"))) {
                return;
            }
        }
        if (line.isEmpty()) {
            return;
        }
        var typed = line.value("type");
        if (typed == null) {
            noType(line);
            return;
        }
        var type = QuestionType.ALIASES.getOrDefault(typed, typed);
        if (SETTINGS.contains(type)) {
            survey.settings.set(type.endsWith("title") ? "title" : "id_string", String.valueOf(line.value("name")));
            return;
        }
        var begin = BEGIN.matcher(type);
        var end = END.matcher(type);
        if (end.matches()) {
            end(line, end);
        } else if (begin.matches()) {
            begin(line, begin);
        } else {
            question(line, type);
        }
    }

    private void noType(Line line) {
        if (line.value("name") != null || line.text("label") != null) {
            throw line.refusal(Fault.TYPE_MISSING, "type");
        }
        survey.problems.warn(line.problem(Fault.ROW_LEFT_OUT, 0));
    }

    private static Element.Kind kind(Matcher matcher) {
        return matcher.group(1).equals("group") ? Element.Kind.GROUP : Element.Kind.REPEAT;
    }

    private void end(Line line, Matcher end) {
        entities.see(line, null, open.peek(), true);
        var kind = kind(end);
        if (open.size() == 1 || open.peek().kind != kind) {
            var open1 = open.peek();
            throw line.refusal(Fault.GROUP_NOT_OPEN, "type", end.group(1), open.size() == 1 ? ""
                    : " Before it the " + (open1.kind == Element.Kind.REPEAT ? "repeat" : "group") + " '" + open1.name + "' is open.");
        }
        open.pop();
        tableList = null;
    }

    private void begin(Line line, Matcher begin) {
        var kind = kind(begin);
        var section = Questions.of(kind, line.value("name") == null ? "unnamed" : line.value("name"), begin.group(1), line);
        var parent = open.peek();
        if (open.size() > DEEPEST) {
            throw line.refusal(Fault.FORM_TOO_DEEP, "type", DEEPEST);
        }
        open.push(section);
        if (begin.group(1).equals("loop")) {
            throw line.refusal(Fault.TYPE_NOT_SUPPORTED, "type", "begin loop", "Write the group once for each choice, or use a repeat.");
        }
        var name = name(line);
        entities.see(line, name, parent, true);
        if (kind == Element.Kind.REPEAT) {
            checkRepeat(line, name, section, parent);
        }
        tableList(section, line);
        if (line.value("intent") != null) {
            section.control.put("intent", line.value("intent"));
        }
        parent.add(section);
    }

    private void checkRepeat(Line line, String name, Element section, Element parent) {
        if (name.equals(survey.root.name)) {
            throw line.refusal(Fault.NAME_OF_ROOT, "name", name);
        }
        boolean first = survey.repeats.add(name);
        if (!first && parent.children.stream().noneMatch(sibling -> sibling.name.equals(name))) {
            throw line.refusal(Fault.NAME_OF_REPEAT_TWICE, "name", name);
        }
        if (section.label == null && section.media.isEmpty()) {
            survey.problems.warn(line.problem(Fault.LABEL_MISSING_REPEAT, survey.columns.column("label"), name));
        }
        var count = section.control.get("jr:count");
        if (count != null && !Reference.is(count)) {
            var counter = Questions.own(name + "_count", "calculate", line);
            counter.bind.put("readonly", "true()");
            counter.bind.put("calculate", count);
            parent.add(counter);
            section.control.put("jr:count", "${" + counter.name + "}");
        }
    }

    /** A table-list is a page of questions with one list; its label moves into a note, so that it stays above the table. */
    private void tableList(Element section, Line line) {
        var appearance = section.control.get("appearance");
        if (appearance == null || !List.of(appearance.split("\\s+")).contains("table-list")) {
            return;
        }
        tableList = "";
        var others = appearance.replaceAll("(^|\\s)table-list(?=\\s|$)", " ").strip();
        section.control.put("appearance", ("field-list " + others).strip());
        if (section.label != null || section.hint != null) {
            var note = Questions.own("generated_table_list_label_" + line.row, "note", line);
            note.label = section.label;
            note.hint = section.hint;
            section.label = null;
            section.hint = null;
            section.add(note);
        }
    }

    private void question(Line line, String type) {
        if (type.equals("audit")) {
            survey.meta.add(TypeRules.audit(line));
            return;
        }
        var name = name(line);
        entities.see(line, name, open.peek(), false);
        survey.questions.add(name);
        if (FILES.contains(type)) {
            var file = Questions.of(Element.Kind.EXTERNAL, name, type, line);
            survey.instances.add(SelectReader.stem(name));
            open.peek().add(file);
            return;
        }
        var select = SelectReader.match(type);
        if (select != null) {
            tableList = new SelectReader(survey, open.peek(), line).read(select, name, tableList);
            return;
        }
        var refused = QuestionType.REFUSED.get(type.split(" ")[0]);
        if (refused != null || QuestionType.REFUSED.containsKey(type)) {
            throw line.refusal(Fault.TYPE_NOT_SUPPORTED, "type", type, refused == null ? QuestionType.REFUSED.get(type) : refused);
        }
        if (QuestionType.of(type) == null || SelectReader.asksForList(type)) {
            throw line.refusal(Fault.TYPE_UNKNOWN, "type", type, Spelling.meant(type, QuestionType.names()));
        }
        var question = Questions.of(Element.Kind.QUESTION, name, type, line);
        complete(question, open.peek(), survey);
        TypeRules.apply(question, line, survey);
        open.peek().add(question);
    }

    /** What every question has, after its row is read. */
    static void complete(Element question, Element parent, Survey survey) {
        question.triggers = Questions.triggers(question.line, survey);
        boolean inRepeat = parent.kind == Element.Kind.REPEAT
                || parent.ancestors().stream().anyMatch(above -> above.kind == Element.Kind.REPEAT);
        Questions.planDefault(question, inRepeat);
    }

    private String name(Line line) {
        var name = line.value("name");
        if (name == null && "note".equals(line.value("type"))) {
            name = "generated_note_name_" + line.row;
        } else if (name == null) {
            throw line.refusal(Fault.NAME_MISSING, "name");
        }
        Names.check(name, line, "name", survey.settings);
        survey.count(name);
        if (name.equals("meta")) {
            throw line.refusal(Fault.NAME_META, "name");
        }
        return name;
    }
}
