package org.haki.xlsform;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The texts that have languages or media: every language holds every text, with "-" where nothing was typed. */
final class Itext {

    private record Text(String text, Element context) {}

    private static final String NONE = "-";

    private final Survey survey;
    private final Mixed mixed;
    /** Language, then id, then form (the plain text is "long"). */
    private final Map<String, Map<String, Map<String, Text>>> languages = new LinkedHashMap<>();

    private Itext(Survey survey, Mixed mixed) {
        this.survey = survey;
        this.mixed = mixed;
    }

    /** The element, or null where nothing needs it. */
    static Xml of(Survey survey, Mixed mixed) {
        var itext = new Itext(survey, mixed);
        survey.choices.lists().values().stream().filter(ChoiceList::itext).forEach(itext::list);
        survey.root.all().filter(element -> element.isSection() || element.isQuestion()).forEach(itext::texts);
        survey.root.all().filter(element -> element.isSection() || element.isQuestion()).forEach(element ->
                element.media.forEach((kind, words) -> itext.put(element.path() + ":label", kind, words, null)));
        return itext.languages.isEmpty() ? null : itext.write();
    }

    private void put(String id, String form, Words words, Element context) {
        words.in(survey.defaultLanguage()).forEach((language, text) -> languages
                .computeIfAbsent(language, any -> new LinkedHashMap<>())
                .computeIfAbsent(id, any -> new LinkedHashMap<>())
                .put(form, new Text(text, context)));
    }

    private void list(ChoiceList list) {
        for (int i = 0; i < list.choices().size(); i++) {
            var id = list.name + "-" + i;
            var choice = list.choices().get(i);
            if (choice.label() != null) {
                put(id, "long", choice.label(), null);
            }
            choice.media().forEach((kind, words) -> put(id, kind, words, null));
        }
    }

    private void texts(Element element) {
        element.messages.forEach((kind, words) -> {
            if (messageInItext(kind, words)) {
                put(element.path() + ":" + kind, "long", words, element);
            }
        });
        if (element.label != null && element.labelInItext()) {
            put(element.path() + ":label", "long", element.label, element);
        }
        if (element.hint != null && element.hintInItext()) {
            put(element.path() + ":hint", "long", element.hint, element);
        }
        if (element.guidance != null) {
            put(element.path() + ":hint", "guidance", element.guidance, element);
        }
    }

    /** A message is kept in itext where it has languages or holds a reference. */
    static boolean messageInItext(String kind, Words words) {
        return words.translated() || (!kind.equals("jr:noAppErrorString") && Reference.in(words.plain()));
    }

    private Xml write() {
        var forms = new LinkedHashMap<String, Set<String>>();
        languages.values().forEach(texts -> texts.forEach((id, text) ->
                forms.computeIfAbsent(id, any -> new LinkedHashSet<>()).addAll(text.keySet())));
        var itext = new Xml("itext");
        languages.forEach((language, texts) -> {
            var translation = new Xml("translation").with("lang", language);
            if (language.equals(survey.defaultLanguage())) {
                translation.with("default", "true()");
            }
            var ids = new LinkedHashSet<>(texts.keySet());
            ids.addAll(forms.keySet());
            ids.forEach(id -> translation.add(text(id, forms.get(id), texts.getOrDefault(id, Map.of()))));
            itext.add(translation);
        });
        return itext;
    }

    private Xml text(String id, Set<String> forms, Map<String, Text> texts) {
        var xml = new Xml("text").with("id", id);
        var ordered = new LinkedHashSet<>(texts.keySet());
        ordered.addAll(forms);
        for (var form : ordered) {
            var text = texts.getOrDefault(form, new Text(NONE, null));
            switch (form) {
                case "long" -> xml.add(mixed.into(new Xml("value"), text.text, text.context));
                case "guidance" -> xml.add(mixed.into(new Xml("value").with("form", form), text.text, text.context));
                default -> {
                    if (!text.text.equals(NONE)) {
                        var folder = form.endsWith("image") ? "images" : form;
                        xml.add(mixed.into(new Xml("value").with("form", form), "jr://" + folder + "/" + text.text, text.context));
                    }
                }
            }
        }
        return xml;
    }
}
