package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.Map;

/** The entities sheet, and the rows of the survey sheet that save to its lists. */
final class Entities {

    private static final String SAVE_TO = "entities:saveto";

    private final Survey survey;
    private final Map<String, Entity> lists = new LinkedHashMap<>();

    private Entities(Survey survey) {
        this.survey = survey;
    }

    static Entities of(Survey survey) {
        var entities = new Entities(survey);
        var sheet = survey.workbook.sheet("entities");
        var columns = Columns.of(sheet, SurveyColumns.ENTITIES, SurveyColumns.ENTITIES_KNOWN, survey.problems);
        columns.paths().forEach((column, path) -> {
            if (survey.workbook.has("entities") && !SurveyColumns.ENTITIES_KNOWN.contains(path.getFirst())) {
                survey.problems.add(sheet.problem(Fault.HEADER_ENTITIES, 1, column, columns.header(column),
                        Spelling.meant(columns.header(column), SurveyColumns.ENTITIES_KNOWN)));
            }
        });
        for (var row : sheet.rows()) {
            var line = Line.of(columns, row, survey.defaultLanguage(), false, survey.problems);
            if (!line.isEmpty()) {
                survey.problems.collect(() -> entities.declare(line));
            }
        }
        return entities;
    }

    private void declare(Line line) {
        var entity = Entity.of(line);
        if (lists.containsKey(entity.list)) {
            throw line.refusal(Fault.ENTITY_LIST_TWICE, "dataset", entity.list);
        }
        lists.put(entity.list, entity);
    }

    boolean has(String list) {
        return lists.containsKey(list);
    }

    /** Notes what a survey row saves, and which lists refer to its question. */
    void see(Line line, String name, Element container, boolean containerRow) {
        var saveTo = line.plain("bind", SAVE_TO);
        if (saveTo != null) {
            save(line, saveTo, container, containerRow);
        }
        if (name != null) {
            lists.values().stream().filter(entity -> entity.references.contains(name))
                    .forEach(entity -> entity.uses.add(new Entity.Use(container, line, null, name)));
        }
    }

    private void save(Line line, String saveTo, Element container, boolean containerRow) {
        var column = "bind/" + SAVE_TO;
        if (lists.isEmpty()) {
            throw line.refusal(Fault.ENTITY_NO_SHEET, column);
        }
        var parts = saveTo.split("#", -1);
        if (parts.length > 2) {
            throw line.refusal(Fault.ENTITY_HASHES, column);
        }
        if (parts.length == 1 && lists.size() > 1) {
            throw line.refusal(Fault.ENTITY_PREFIX_MISSING, column);
        }
        var list = parts.length == 2 ? parts[0] : lists.keySet().iterator().next();
        var entity = lists.get(list);
        if (entity == null) {
            throw line.refusal(Fault.ENTITY_LIST_MISSING, column, list);
        }
        if (containerRow) {
            throw line.refusal(Fault.ENTITY_GROUP, column);
        }
        var property = parts[parts.length - 1];
        if (property.equalsIgnoreCase("name") || property.equalsIgnoreCase("label")) {
            throw line.refusal(Fault.ENTITY_NAME_RESERVED, column);
        }
        Entity.checkName(property, line, column);
        entity.uses.stream().filter(use -> property.equals(use.property())).findFirst().ifPresent(other -> {
            throw line.refusal(Fault.ENTITY_PROPERTY_TWICE, column, property, other.line().row);
        });
        entity.uses.add(new Entity.Use(container, line, property, null));
    }

    /** Puts each entity into the group or repeat that its uses ask for. */
    void place() {
        if (lists.isEmpty()) {
            return;
        }
        var places = new EntityPlaces(survey).of(lists.values());
        places.forEach((container, entity) -> {
            boolean inRepeat = container.kind == Element.Kind.REPEAT || container.repeat() != null;
            Survey.metaOf(container).add(entity.element(inRepeat));
        });
        boolean repeated = places.keySet().stream().anyMatch(place -> place.kind == Element.Kind.REPEAT || place.repeat() != null);
        survey.entitiesVersion = lists.size() > 1 || repeated ? "2025.1.0" : "2024.1.0";
        survey.root.all().filter(element -> element.bind.containsKey(SAVE_TO)).forEach(element ->
                element.bind.computeIfPresent(SAVE_TO, (key, saved) -> saved.substring(saved.indexOf('#') + 1)));
    }
}
