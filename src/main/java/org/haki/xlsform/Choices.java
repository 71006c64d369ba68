package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the choices sheet into lists. */
final class Choices {

    private static final String LIST = "list name";

    private final Workbook workbook;
    private final Settings settings;
    private final Problems problems;
    private final Columns columns;
    private final Map<String, ChoiceList> lists = new LinkedHashMap<>();
    private final List<Integer> columnsOut = new ArrayList<>();

    private Choices(Workbook workbook, Settings settings, Problems problems) {
        this.workbook = workbook;
        this.settings = settings;
        this.problems = problems;
        this.columns = Columns.of(workbook.sheet("choices"), SurveyColumns.CHOICES, SurveyColumns.CHOICES_KNOWN, problems);
    }

    static Choices of(Workbook workbook, Settings settings, Problems problems) {
        var choices = new Choices(workbook, settings, problems);
        if (workbook.has("choices")) {
            choices.read();
        }
        return choices;
    }

    private void read() {
        if (!columns.has("name")) {
            problems.add(columns.sheet().problem(Fault.HEADER_MISSING, 1, 0, "name"));
            return;
        }
        columns.paths().forEach(this::checkColumn);
        for (var row : columns.sheet().rows()) {
            var line = Line.of(columns, row, settings.defaultLanguage(), false, problems);
            if (line.value(LIST) != null) {
                problems.collect(() -> add(line));
            }
        }
    }

    private void checkColumn(int column, List<String> path) {
        var first = path.getFirst();
        if (SurveyColumns.REFUSED.containsKey(first)) {
            problems.add(columns.sheet().problem(Fault.HEADER_NOT_SUPPORTED, 1, column, first, SurveyColumns.REFUSED.get(first)));
        }
        boolean own = first.equals(LIST) || SurveyColumns.CHOICES_KNOWN.contains(first);
        var slip = own || mentioned(first) ? "" : Spelling.slip(Columns.snake(first), SurveyColumns.CHOICES_MEANT);
        if (!slip.isEmpty()) {
            problems.warn(columns.sheet().problem(Fault.HEADER_MISSPELT, 1, column, columns.header(column), slip));
            columnsOut.add(column);
        } else if (!own && (path.size() > 1 || !Token.isName(first) || first.contains(":"))) {
            problems.warn(columns.sheet().problem(Fault.HEADER_CHOICES, 1, column, columns.header(column)));
            columnsOut.add(column);
        }
    }

    /** A column that the survey speaks of is there for a filter, whatever it is called. */
    private boolean mentioned(String column) {
        return workbook.sheet("survey").rows().stream()
                .anyMatch(row -> row.cells().values().stream().anyMatch(text -> text.contains(column)));
    }

    private void add(Line line) {
        var list = lists.computeIfAbsent(line.value(LIST), ChoiceList::new);
        var name = line.value("name");
        if (name == null) {
            throw line.refusal(Fault.CHOICE_NAME_MISSING, "name");
        }
        if (list.has(name) && !settings.yes("allow_choice_duplicates")) {
            throw line.refusal(Fault.CHOICE_NAME_TWICE, "name", name, list.name);
        }
        if (line.text("label") == null) {
            problems.warn(line.problem(Fault.CHOICE_LABEL_MISSING, columns.column("label")));
        }
        var further = new LinkedHashMap<String, String>();
        columns.paths().forEach((column, path) -> {
            var value = line.value(path.getFirst());
            if (value != null && !path.getFirst().equals(LIST) && !path.getFirst().equals("name") && !columnsOut.contains(column)) {
                further.put(path.getFirst(), value);
            }
        });
        list.add(new Choice(line.row, name, line.text("label"), line.group("media"), further));
    }

    Map<String, ChoiceList> lists() {
        return lists;
    }

    ChoiceList list(String name) {
        return lists.get(name);
    }

    Columns columns() {
        return columns;
    }

    /** Refuses a question whose list is nowhere. */
    ChoiceList required(String name, Line line) {
        if (lists.isEmpty()) {
            throw line.refusal(Fault.CHOICES_MISSING, "type", workbook.has("choices") ? "" : workbook.similar("choices"));
        }
        var list = lists.get(name);
        if (list == null) {
            throw line.refusal(Fault.LIST_MISSING, "type", name, Spelling.meant(name, lists.keySet()));
        }
        return list;
    }
}
