package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body: what people see, in groups and repeats, and what happens when a value changes. */
final class Body {

    private final Survey survey;
    private final Paths paths;
    private final Mixed mixed;
    private final Binds binds;
    private final ItemSets itemSets;
    /** By the name of the question that triggers: the questions that are calculated then. */
    private final Map<String, List<Element>> triggered = new LinkedHashMap<>();

    Body(Survey survey, Paths paths, Mixed mixed, Binds binds) {
        this.survey = survey;
        this.paths = paths;
        this.mixed = mixed;
        this.binds = binds;
        this.itemSets = new ItemSets(survey, paths);
        survey.root.all().forEach(element -> element.triggers.forEach(name ->
                triggered.computeIfAbsent(name, any -> new ArrayList<>()).add(element)));
    }

    Xml write() {
        var body = new Xml("h:body");
        if (survey.settings.has("style")) {
            body.with("class", survey.settings.get("style", ""));
        }
        children(survey.root, body);
        return body;
    }

    private void children(Element section, Xml into) {
        for (var child : section.children) {
            switch (child.kind) {
                case GROUP -> {
                    if (!child.bodyless) {
                        into.add(group(child));
                    }
                }
                case REPEAT -> into.add(repeat(child));
                case QUESTION -> {
                    if (child.isShown()) {
                        survey.problems.collect(() -> into.add(question(child)));
                    }
                }
                default -> { }
            }
        }
    }

    private Map<String, String> control(Element element) {
        var control = new LinkedHashMap<String, String>();
        element.control.forEach((key, value) -> control.put(key, paths.in(value, element)));
        return control;
    }

    private Xml group(Element group) {
        var xml = new Xml("group").with(control(group)).with("ref", group.path());
        if (group.label != null) {
            xml.add(label(group));
        }
        children(group, xml);
        return xml;
    }

    private Xml repeat(Element repeat) {
        var inner = new Xml("repeat").with("nodeset", repeat.path()).with(control(repeat));
        children(repeat, inner);
        repeat.all().filter(element -> element.repeat() == repeat).forEach(element -> element.actions.stream()
                .filter(action -> action.event().equals(Element.Action.NEW_REPEAT))
                .forEach(action -> inner.add(binds.action(element, action))));
        return new Xml("group").with("ref", repeat.path()).add(label(repeat)).add(inner);
    }

    private Xml question(Element question) {
        var xml = new Xml(question.questionType().tag());
        if (question.label != null || !question.media.isEmpty() || question.hint != null || question.guidance != null) {
            xml.add(label(question));
        }
        if (question.hintInItext()) {
            xml.add(new Xml("hint").with("ref", "jr:itext('" + question.path() + ":hint')"));
        } else if (question.hint != null) {
            xml.add(mixed.into(new Xml("hint"), question.hint.plain(), question));
        }
        xml.with("ref", question.path()).with(control(question));
        if (question.itemset != null) {
            xml.add(itemSets.of(question));
        }
        triggered.getOrDefault(question.name, List.of()).forEach(element -> xml.add(trigger(element, question)));
        return xml;
    }

    private Xml label(Element element) {
        if (element.labelInItext()) {
            return new Xml("label").with("ref", "jr:itext('" + element.path() + ":label')");
        }
        return element.label == null ? new Xml("label") : mixed.into(new Xml("label"), element.label.plain(), element);
    }

    private Xml trigger(Element element, Element by) {
        var xml = new Xml("setvalue").with("ref", element.path()).with("event", "xforms-value-changed");
        var calculate = element.bind.get("calculate");
        return calculate == null ? xml : xml.with("value", paths.in(calculate, by));
    }

    /** Refuses questions that nobody could read, and triggers that nobody could touch. */
    static void check(Survey survey) {
        survey.root.all().filter(Element::isQuestion).forEach(question -> {
            boolean words = question.label != null || question.hint != null || !question.media.isEmpty();
            if (question.isShown() && !words) {
                survey.problems.add(question.problem(Fault.LABEL_MISSING, "label", question.name));
            }
        });
        var paths = new Paths(survey.root);
        survey.root.all().forEach(element -> element.triggers.forEach(name -> {
            var by = paths.named(name);
            if (by != null && by.isQuestion() && !by.isShown()) {
                survey.problems.add(element.problem(Fault.TRIGGER_HIDDEN, "trigger", name, element.name));
            }
        }));
    }
}
