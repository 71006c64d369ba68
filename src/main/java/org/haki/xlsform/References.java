package org.haki.xlsform;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Checks every reference that is typed anywhere in the workbook, at its cell. */
final class References {

    private static final Set<String> CHOICE_TEXTS = Set.of("label", "media");

    private final Survey survey;

    private References(Survey survey) {
        this.survey = survey;
    }

    static void check(Survey survey, Entities entities) {
        var references = new References(survey);
        references.names();
        references.sheet("survey", survey.columns, path -> !List.of("type", "name", "trigger").contains(path.getFirst()));
        references.sheet("choices", survey.choices.columns(), path -> CHOICE_TEXTS.contains(path.getFirst()));
        var settings = survey.workbook.sheet("settings");
        references.sheet("settings", Columns.of(settings, Map.of(), Set.of(), new Problems()), path -> true);
        var entitySheet = survey.workbook.sheet("entities");
        references.sheet("entities", Columns.of(entitySheet, SurveyColumns.ENTITIES, SurveyColumns.ENTITIES_KNOWN, new Problems()),
                path -> !List.of("dataset", "repeat").contains(path.getFirst()));
        references.later(entities);
    }

    /** What the form adds may be referred to as well. */
    private void names() {
        survey.root.all().filter(element -> element.isQuestion() && !survey.names.containsKey(element.name))
                .forEach(element -> survey.count(element.name));
    }

    private void sheet(String name, Columns columns, Predicate<List<String>> checked) {
        var sheet = survey.workbook.sheet(name);
        for (var row : sheet.rows()) {
            if (survey.problems.full()) {
                return;
            }
            row.cells().forEach((column, text) -> {
                var path = columns.paths().get(column);
                if (path != null && checked.test(path)) {
                    cell(sheet, row.number(), column, text);
                }
            });
        }
    }

    private void cell(Sheet sheet, int row, int column, String text) {
        var references = Reference.all(text);
        if (references == null) {
            survey.problems.add(sheet.problem(Fault.REFERENCE_BROKEN, row, column));
            return;
        }
        for (var reference : references) {
            int times = survey.names.getOrDefault(reference.name(), 0);
            if (times == 0) {
                survey.problems.add(sheet.problem(Fault.REFERENCE_NOWHERE, row, column, reference.name(),
                        Spelling.meant(reference.name(), survey.names.keySet())));
            } else if (times > 1) {
                survey.problems.add(sheet.problem(Fault.REFERENCE_TWICE, row, column, reference.name()));
            }
            if (reference.lastSaved()) {
                survey.problems.add(sheet.problem(Fault.EXPRESSION_NOT_SUPPORTED, row, column, "${last-saved#" + reference.name() + "}",
                        "What was answered before is not kept on the device; use a default."));
            }
        }
    }

    private void later(Entities entities) {
        for (var trigger : survey.triggers) {
            for (var name : trigger.names()) {
                if (!survey.questions.contains(name)) {
                    survey.problems.add(trigger.line().refusal(Fault.REFERENCE_NOWHERE, "trigger", name,
                            Spelling.meant(name, survey.questions)).problem());
                }
            }
        }
        for (var geometry : survey.geometries) {
            var target = geometry.names().getFirst();
            boolean repeat = Reference.is(target) && survey.repeats.contains(Reference.all(target).getFirst().name());
            if (!repeat && !survey.instances.contains(target) && survey.choices.list(target) == null && !entities.has(target)) {
                survey.problems.add(geometry.line().refusal(Fault.GEOMETRY_NOWHERE, "parameters").problem());
            }
        }
        survey.root.all().filter(element -> Reference.in(element.itemset)).forEach(element -> survey.problems.collect(() -> {
            for (var reference : Reference.all(element.itemset)) {
                if (survey.names.getOrDefault(reference.name(), 0) == 0) {
                    throw element.line.refusal(Fault.REFERENCE_NOWHERE, "type", reference.name(), "");
                }
            }
        }));
    }
}
