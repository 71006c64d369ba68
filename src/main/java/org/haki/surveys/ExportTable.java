package org.haki.surveys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.haki.forms.Answers;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.xlsform.Form;

/**
 * One table of an export: the form itself, or one of its repeats, with a column for each question that any version asked there.
 *
 * @param name   of the form, or of the repeat
 * @param repeat where it is; "" for the form itself
 */
record ExportTable(String name, String repeat, List<Column> columns) {

    /** A question, or one choice of it; {@code choice} is {@code null} for the whole answer. */
    record Column(String head, String question, Form.Field field, Texts texts, String choice, boolean labels) {

        Object cell(String value) {
            if (value.isEmpty()) {
                return null;
            }
            if (choice != null) {
                return List.of(value.split(" ")).contains(choice) ? 1 : 0;
            }
            var type = field.bind().getOrDefault("type", "string");
            if (type.equals("int") || type.equals("decimal")) {
                try {
                    return Double.valueOf(value);
                } catch (NumberFormatException text) {
                    return value;
                }
            }
            return labels ? texts.read(field, value) : value;
        }
    }

    /** The tables over these versions, the newest first; what only an older one asked comes after what the newer ones ask. */
    static List<ExportTable> of(List<Filled> versions, AskExport asked) {
        var tables = new LinkedHashMap<String, Map<String, List<Column>>>();
        tables.put("", new LinkedHashMap<>());
        for (var filled : versions) {
            var version = filled.version();
            var language = asked.speak().isEmpty() ? Texts.code(version.form().defaultLanguage()) : Texts.code(asked.speak());
            var texts = filled.texts(language);
            for (var field : version.form().fields()) {
                var question = version.question(field);
                if (field.kind() == Form.Kind.REPEAT) {
                    tables.computeIfAbsent(question, _ -> new LinkedHashMap<>());
                } else if (field.kind() == Form.Kind.QUESTION && !field.type().equals("note")) {
                    var repeat = field.repeat() == null ? "" : field.repeat().substring(version.form().root().length() + 2);
                    tables.computeIfAbsent(repeat, _ -> new LinkedHashMap<>()).computeIfAbsent(question, _ -> columns(field, question, filled, texts, asked));
                }
            }
        }
        var title = versions.getFirst().version().form().id();
        var all = new ArrayList<ExportTable>();
        tables.forEach((repeat, columns) -> all.add(new ExportTable(repeat.isEmpty() ? title : repeat, repeat, columns.values().stream().flatMap(List::stream).toList())));
        return all;
    }

    private static List<Column> columns(Form.Field field, String question, Filled filled, Texts texts, AskExport asked) {
        var head = asked.labels() ? texts.label(field) : question;
        var columns = new ArrayList<Column>();
        columns.add(new Column(head, question, field, texts, null, asked.labels()));
        if (asked.splits() && field.type().equals("select_multiple")) {
            for (var option : filled.version().form().lists().getOrDefault(field.list(), List.of())) {
                columns.add(new Column(head + "/" + (asked.labels() ? texts.label(option) : option.name()), question, field, texts, option.name(), asked.labels()));
            }
        }
        return columns;
    }

    List<String> head() {
        var head = new ArrayList<String>();
        head.add("KEY");
        if (repeat.isEmpty()) {
            head.addAll(List.of("received", "version", "edit"));
        } else {
            head.add("PARENT_KEY");
        }
        columns.forEach(column -> head.add(column.head()));
        return head;
    }

    /** The rows that this sheet has in it. */
    List<List<Object>> rows(SurveySheet sheet, Answers answers) {
        var rows = new ArrayList<List<Object>>();
        for (var place : places(answers)) {
            var cells = new ArrayList<Object>();
            cells.add(place.isEmpty() ? sheet.code() : sheet.code() + "/" + place);
            if (repeat.isEmpty()) {
                cells.addAll(List.of(sheet.receivedAt().toString(), String.valueOf(sheet.number()), sheet.edit()));
            } else {
                int parent = place.lastIndexOf('[', place.lastIndexOf('[') - 1);
                cells.add(parent < 0 ? sheet.code() : sheet.code() + "/" + place.substring(0, place.indexOf(']', parent) + 1));
            }
            for (var column : columns) {
                cells.add(column.cell(answers.value(repeat.isEmpty() ? column.question() : place + column.question().substring(repeat.length()))));
            }
            rows.add(cells);
        }
        return rows;
    }

    /** Each row of the repeat, within each row around it. */
    private List<String> places(Answers answers) {
        if (repeat.isEmpty()) {
            return List.of("");
        }
        var places = new LinkedHashSet<String>();
        answers.rows().forEach((at, rows) -> {
            if (Answers.question(at).equals(repeat)) {
                rows.forEach(row -> places.add(at + "[" + row + "]"));
            }
        });
        return List.copyOf(places);
    }
}
