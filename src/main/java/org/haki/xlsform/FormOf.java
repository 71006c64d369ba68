package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws the public picture of a form from the tree that was read. */
final class FormOf {

    private final Survey survey;
    private final Paths paths;
    private final Set<String> languages = new LinkedHashSet<>();

    private FormOf(Survey survey) {
        this.survey = survey;
        this.paths = new Paths(survey.root);
    }

    static Form of(Survey survey) {
        var of = new FormOf(survey);
        var fields = survey.root.all()
                .filter(element -> element != survey.root && !element.bodyless && !element.parent.bodyless)
                .filter(element -> element.isSection() || element.isQuestion()).map(of::field).toList();
        var lists = new LinkedHashMap<String, List<Form.Option>>();
        survey.choices.lists().values().forEach(list -> lists.put(list.name, list.choices().stream().map(of::option).toList()));
        var settings = survey.settings;
        var id = settings.get("id_string", "");
        return new Form(id, settings.get("title", id), settings.get("version", ""), survey.root.name, settings.get("style", ""),
                survey.defaultLanguage(), List.copyOf(of.languages), fields, lists,
                Map.of("survey", places(survey.columns), "choices", places(survey.choices.columns())));
    }

    private static Map<String, Integer> places(Columns columns) {
        var places = new LinkedHashMap<String, Integer>();
        columns.paths().forEach((column, path) -> places.putIfAbsent(String.join("::", path), column));
        return places;
    }

    private Form.Field field(Element element) {
        var kind = element.kind == Element.Kind.GROUP ? Form.Kind.GROUP : element.kind == Element.Kind.REPEAT ? Form.Kind.REPEAT : Form.Kind.QUESTION;
        var repeat = element.repeat();
        return new Form.Field(kind, element.path(), element.name, type(element), element.line == null ? 0 : element.line.row,
                element.isSection() || element.isShown(), repeat == null ? null : repeat.path(),
                texts(element.label), texts(element.hint), texts(element.guidance), texts(element.media), texts(element.messages),
                element.itemset, element.filter == null ? null : paths.in(element.filter, element, Paths.Manner.CURRENT),
                element.initial == null ? null : paths.in(element.initial, element), List.copyOf(element.triggers),
                expressions(element.bind, element), expressions(element.control, element),
                Map.copyOf(element.parameters), Map.copyOf(element.marks));
    }

    /** The type's name today, whatever older name the sheet uses. */
    private static String type(Element element) {
        return switch (element.kind) {
            case GROUP -> "group";
            case REPEAT -> "repeat";
            default -> element.questionType().name();
        };
    }

    private Form.Option option(Choice choice) {
        return new Form.Option(choice.row(), choice.name(), texts(choice.label()), texts(choice.media()), choice.columns());
    }

    private Map<String, String> texts(Words words) {
        if (words == null) {
            return Map.of();
        }
        var texts = words.in(survey.defaultLanguage());
        languages.addAll(texts.keySet());
        return texts;
    }

    private Map<String, Map<String, String>> texts(Map<String, Words> words) {
        var texts = new LinkedHashMap<String, Map<String, String>>();
        words.forEach((kind, said) -> texts.put(kind, texts(said)));
        return texts;
    }

    private Map<String, String> expressions(Map<String, String> typed, Element element) {
        var expressions = new LinkedHashMap<String, String>();
        typed.forEach((key, value) -> expressions.put(key, paths.in(Binds.truth(key, value), element)));
        return expressions;
    }
}
