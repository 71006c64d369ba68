package org.haki.xlsform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes an element of a row: its texts, what goes to bind, control and instance, its default and its triggers. */
final class Questions {

    private static final Set<String> MESSAGES = Set.of("jr:constraintMsg", "jr:requiredMsg", "jr:noAppErrorString");
    private static final Set<String> MEDIA = Set.of("image", "big-image", "audio", "video");
    /** Types whose plain defaults often hold a hyphen. */
    private static final Set<String> HYPHENED = Set.of("date", "dateTime", "geopoint", "geotrace", "geoshape");
    private static final Set<Token.Kind> MOVING = Set.of(Token.Kind.MATH, Token.Kind.UNION, Token.Kind.REFERENCE, Token.Kind.CALL);

    private Questions() {}

    /** A group, a repeat or a question with all that its row says about any of them. */
    static Element of(Element.Kind kind, String name, String type, Line line) {
        var element = new Element(kind, name, line);
        element.type = type;
        var known = kind == Element.Kind.QUESTION ? QuestionType.of(type) : null;
        if (known != null) {
            element.bind.putAll(known.bind());
            element.hint = known.hint() == null ? null : Words.of(known.hint());
            if (known.media() != null) {
                element.control.put("mediatype", known.media());
            }
        }
        texts(element, line);
        line.group("bind").forEach((key, words) -> bind(element, key, words));
        plain(line, "control", element.control);
        plain(line, "instance", element.instance);
        element.filter = line.value("choice_filter");
        element.initial = line.value("default");
        line.values().forEach((column, value) -> {
            if (column.startsWith("haki::")) {
                element.marks.put(column.substring("haki::".length()), value);
            }
        });
        return element;
    }

    /** A question that the form itself asks for. */
    static Element own(String name, String type, Line line) {
        var element = new Element(Element.Kind.QUESTION, name, line);
        element.type = type;
        element.bind.putAll(QuestionType.of(type).bind());
        return element;
    }

    private static void texts(Element element, Line line) {
        element.label = line.text("label");
        element.hint = line.text("hint") == null ? element.hint : line.text("hint");
        element.guidance = line.text("guidance_hint");
        line.group("media").forEach((kind, words) -> {
            if (!MEDIA.contains(kind)) {
                throw line.refusal(Fault.MEDIA_UNKNOWN, "media/" + kind, kind);
            }
            element.media.put(kind, words);
        });
        if (element.media.containsKey("big-image") && !element.media.containsKey("image")) {
            throw line.refusal(Fault.IMAGE_MISSING, "media/big-image");
        }
        if ("label".equals(element.control.get("appearance")) || "label".equals(line.plain("control", "appearance"))) {
            element.label = element.label == null ? Words.of(" ") : element.label;
        }
    }

    private static void bind(Element element, String key, Words words) {
        if (MESSAGES.contains(key)) {
            element.messages.put(key, words);
        } else if (words.translated()) {
            throw element.line.refusal(Fault.HEADER_LANGUAGE, "bind/" + key, key);
        } else {
            element.bind.put(key, words.plain());
        }
    }

    private static void plain(Line line, String group, Map<String, String> into) {
        line.group(group).forEach((key, words) -> {
            if (words.translated()) {
                throw line.refusal(Fault.HEADER_LANGUAGE, group + "/" + key, key);
            }
            into.put(key, words.plain());
        });
    }

    /** Plans the default where it is calculated when the form, or a new repeat, is opened. */
    static void planDefault(Element element, boolean inRepeat) {
        if (element.initial == null || !moves(element.initial, element.type)) {
            return;
        }
        element.initialIsDynamic = true;
        element.actions.add(new Element.Action("setvalue", Element.Action.FIRST_LOAD, null));
        if (inRepeat) {
            element.actions.add(new Element.Action("setvalue", Element.Action.NEW_REPEAT, null));
        }
    }

    /** Whether a default is an expression: it reckons, calls or refers. */
    static boolean moves(String initial, String type) {
        for (var token : Token.of(initial)) {
            if (HYPHENED.contains(type) && token.kind() == Token.Kind.MATH && token.text().equals("-")) {
                return false;
            }
            if (MOVING.contains(token.kind())) {
                return true;
            }
        }
        return false;
    }

    /** The questions that the trigger column names, to be looked up when the sheet is read. */
    static List<String> triggers(Line line, Survey survey) {
        var trigger = line.value("trigger");
        if (trigger == null) {
            return List.of();
        }
        if (!trigger.contains("${")) {
            throw line.refusal(Fault.REFERENCE_BROKEN, "trigger");
        }
        var names = new ArrayList<String>();
        for (var part : Arrays.asList(trigger.split(","))) {
            var references = Reference.all(part);
            if (references == null) {
                throw line.refusal(Fault.REFERENCE_BROKEN, "trigger");
            }
            if (references.size() > 1) {
                throw line.refusal(Fault.REFERENCE_COMMA, "trigger");
            }
            references.forEach(reference -> names.add(reference.name()));
        }
        survey.triggers.add(new Survey.Later(line, names));
        return names;
    }
}
