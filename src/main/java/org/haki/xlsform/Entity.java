package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One row of the entities sheet: which list, and when a submission makes or updates one of its entities
 * (https://getodk.github.io/xforms-spec/entities). No entity_id: a new one; entity_id alone: an update.
 */
final class Entity {

    private static final String READ_ONLY = "true()";

    /** Where the form speaks of this entity: by save_to (then with a property) or by a reference in the entities sheet. */
    record Use(Element container, Line line, String property, String question) {}

    final Line line;
    final String list;
    final List<Use> uses = new ArrayList<>();
    final Set<String> references = new LinkedHashSet<>();

    private Entity(Line line, String list) {
        this.line = line;
        this.list = list;
    }

    static Entity of(Line line) {
        var list = line.value("dataset");
        if (list == null) {
            throw line.refusal(Fault.ENTITY_LIST_NAME_MISSING, "dataset");
        }
        checkName(list, line, "dataset");
        if (list.contains(".")) {
            throw line.refusal(Fault.ENTITY_NAME_DOT, "dataset");
        }
        boolean id = line.value("entity_id") != null;
        boolean create = line.value("create_if") != null;
        boolean update = line.value("update_if") != null;
        if (update && !id) {
            throw line.refusal(Fault.ENTITY_ID_MISSING, "entity_id", list);
        }
        if (id && create && !update) {
            throw line.refusal(Fault.ENTITY_UPDATE_IF_MISSING, "update_if", list);
        }
        if (!id && line.text("label") == null) {
            throw line.refusal(Fault.ENTITY_LABEL_MISSING, "label", list);
        }
        var entity = new Entity(line, list);
        for (var column : List.of("entity_id", "create_if", "update_if")) {
            entity.refer(line.value(column));
        }
        entity.refer(entity.label());
        return entity;
    }

    /** Refuses a name that the list or a property cannot have. */
    static void checkName(String name, Line line, String column) {
        if (name.startsWith("__")) {
            throw line.refusal(Fault.ENTITY_NAME_UNDERSCORES, column);
        }
        if (!Token.isName(name)) {
            throw line.refusal(Fault.NAME_INVALID, column, name);
        }
    }

    private String label() {
        return line.text("label") == null ? null : line.text("label").plain();
    }

    private void refer(String expression) {
        var found = expression == null ? null : Reference.all(expression);
        if (found != null) {
            found.forEach(reference -> references.add(reference.name()));
        }
    }

    /** The entity's node with its attributes, for the meta group of a container. */
    Element element(boolean inRepeat) {
        var entity = new Element(Element.Kind.ENTITY, "entity", null);
        attribute(entity, "dataset", list, null);
        var id = line.value("entity_id");
        if (id == null || line.value("create_if") != null) {
            attribute(entity, "create", "1", line.value("create_if"));
        }
        if (id != null) {
            attribute(entity, "update", "1", line.value("update_if"));
            var item = "instance('" + list + "')/root/item[name=" + id + "]";
            attribute(entity, "baseVersion", "", item + "/__version");
            attribute(entity, "trunkVersion", "", item + "/__trunkVersion");
            attribute(entity, "branchId", "", item + "/__branchId");
        }
        identify(attribute(entity, "id", "", id), id, inRepeat);
        if (label() != null) {
            calculated(entity.add(new Element(Element.Kind.ENTITY_LABEL, "label", line)), label());
        }
        return entity;
    }

    private static void identify(Element attribute, String id, boolean inRepeat) {
        if (id != null) {
            return;
        }
        attribute.bind.put("readonly", READ_ONLY);
        attribute.bind.put("type", "string");
        attribute.actions.add(new Element.Action("setvalue", Element.Action.FIRST_LOAD, "uuid()"));
        if (inRepeat) {
            attribute.actions.add(new Element.Action("setvalue", Element.Action.NEW_REPEAT, "uuid()"));
        }
    }

    private Element attribute(Element entity, String name, String value, String calculate) {
        var attribute = new Element(Element.Kind.ATTRIBUTE, name, line);
        attribute.value = value;
        entity.add(attribute);
        if (calculate != null) {
            calculated(attribute, calculate);
        }
        return attribute;
    }

    private static void calculated(Element element, String calculate) {
        element.bind.put("calculate", calculate);
        element.bind.put("readonly", READ_ONLY);
        element.bind.put("type", "string");
    }
}
