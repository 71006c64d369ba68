package org.haki.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A node of the form while it is being built: the form itself, a group, a repeat, a question, or a part of an entity. */
final class Element {

    enum Kind { FORM, GROUP, REPEAT, QUESTION, EXTERNAL, ENTITY, ATTRIBUTE, ENTITY_LABEL }

    /** What happens at an event: {@code setvalue} or {@code odk:setgeopoint}. The value is null where the default is meant. */
    record Action(String name, String event, String value) {

        static final String FIRST_LOAD = "odk-instance-first-load";
        static final String NEW_REPEAT = "odk-new-repeat";
    }

    final Kind kind;
    final String name;
    /** The row it came from, or null where the form itself asks for it. */
    final Line line;
    String type = "";
    Element parent;
    final List<Element> children = new ArrayList<>();

    Words label;
    Words hint;
    Words guidance;
    final Map<String, Words> media = new LinkedHashMap<>();
    final Map<String, String> bind = new LinkedHashMap<>();
    /** Messages of the bind: {@code jr:constraintMsg} and its like. */
    final Map<String, Words> messages = new LinkedHashMap<>();
    final Map<String, String> control = new LinkedHashMap<>();
    final Map<String, String> instance = new LinkedHashMap<>();
    final Map<String, String> marks = new LinkedHashMap<>();

    String initial;
    boolean initialIsDynamic;
    final List<Action> actions = new ArrayList<>();
    List<String> triggers = List.of();
    String filter;
    Map<String, String> parameters = Map.of();
    /** The name of a list, a file, or a reference to a repeated question; null where there are no choices. */
    String itemset;
    /** An attribute's value. */
    String value = "";
    /** A group without a place in the body, as meta is. */
    boolean bodyless;

    Element(Kind kind, String name, Line line) {
        this.kind = kind;
        this.name = name;
        this.line = line;
    }

    Element add(Element child) {
        child.parent = this;
        children.add(child);
        return child;
    }

    boolean isSection() {
        return kind == Kind.FORM || kind == Kind.GROUP || kind == Kind.REPEAT;
    }

    boolean isQuestion() {
        return kind == Kind.QUESTION;
    }

    /** Itself and all below, in the order of the sheet. */
    Stream<Element> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Element::all));
    }

    /** Its ancestors, the nearest first. */
    List<Element> ancestors() {
        var ancestors = new ArrayList<Element>();
        for (var above = parent; above != null; above = above.parent) {
            ancestors.add(above);
        }
        return ancestors;
    }

    /** The nearest repeat around it, or null. */
    Element repeat() {
        return ancestors().stream().filter(above -> above.kind == Kind.REPEAT).findFirst().orElse(null);
    }

    /** The absolute path: {@code /data/group/name}. */
    String path() {
        return pathBelow(null);
    }

    /** The path from below an ancestor, which begins with a slash. */
    String pathBelow(Element ancestor) {
        var path = new StringBuilder();
        for (var step = this; step != null && step != ancestor; step = step.parent) {
            path.insert(0, "/" + (step.kind == Kind.ATTRIBUTE ? "@" : "") + step.name);
        }
        return path.toString();
    }

    QuestionType questionType() {
        return QuestionType.of(type);
    }

    /** Whether the label is kept in itext, because it has languages or media. */
    boolean labelInItext() {
        return (label != null && label.translated()) || !media.isEmpty();
    }

    /** Whether the hint is kept in itext, because it has languages or a guidance beside it. */
    boolean hintInItext() {
        return guidance != null || (hint != null && hint.translated());
    }

    /** A question is shown unless it only calculates, or is filled by the device. */
    boolean isShown() {
        if (kind != Kind.QUESTION || questionType().tag() == null) {
            return false;
        }
        return !((bind.containsKey("calculate") || !triggers.isEmpty()) && label == null && hint == null);
    }

    /** A problem in this element's row; without a row it is the form's own. */
    Problem problem(Fault fault, String column, Object... said) {
        return line == null ? new Problem(fault, "survey", 0, 0, fault.say(said)) : line.refusal(fault, column, said).problem();
    }
}
