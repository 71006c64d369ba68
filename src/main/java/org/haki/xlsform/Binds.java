package org.haki.xlsform;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The binds and the actions of the model, in the order of the form. */
final class Binds {

    private static final Map<String, String> TRUTH = truth();
    private static final Set<String> LOGIC = Set.of("readonly", "required", "relevant", "constraint", "calculate");

    private final Survey survey;
    private final Paths paths;

    Binds(Survey survey, Paths paths) {
        this.survey = survey;
        this.paths = paths;
    }

    private static Map<String, String> truth() {
        var truth = new HashMap<String, String>();
        for (var yes : new String[] {"yes", "Yes", "YES", "true", "True", "TRUE"}) {
            truth.put(yes, "true()");
        }
        for (var no : new String[] {"no", "No", "NO", "false", "False", "FALSE"}) {
            truth.put(no, "false()");
        }
        return truth;
    }

    /** A yes or no of the sheet as XPath says it, where the column takes logic. */
    static String truth(String key, String value) {
        return LOGIC.contains(key) ? TRUTH.getOrDefault(value, value) : value;
    }

    /** Whether an attribute of the bind holds an expression. */
    static boolean isLogic(String key) {
        return LOGIC.contains(key);
    }

    void write(Xml model) {
        survey.root.all().forEach(element -> {
            var bind = bind(element);
            if (bind != null) {
                model.add(bind);
            }
            element.actions.stream().filter(action -> !action.event().equals(Element.Action.NEW_REPEAT))
                    .forEach(action -> model.add(action(element, action)));
        });
    }

    /** The bind, or null for an element that has none. */
    private Xml bind(Element element) {
        if (element.kind == Element.Kind.EXTERNAL || (element.bind.isEmpty() && element.messages.isEmpty())) {
            return null;
        }
        var xml = new Xml("bind").with("nodeset", element.path());
        element.bind.forEach((key, value) -> {
            if (key.equals("calculate") && !element.triggers.isEmpty()) {
                return;
            }
            xml.with(key, paths.in(truth(key, value), element));
        });
        element.messages.forEach((kind, words) -> xml.with(kind, Itext.messageInItext(kind, words)
                ? "jr:itext('" + element.path() + ":" + kind + "')" : words.plain()));
        return xml;
    }

    Xml action(Element element, Element.Action action) {
        var xml = new Xml(action.name()).with("ref", element.path()).with("event", action.event());
        var value = action.value() == null && element.initial != null ? paths.in(element.initial, element) : action.value();
        if (action.name().equals("setvalue") && value != null && !value.isEmpty()) {
            xml.with("value", value);
        }
        return xml;
    }
}
