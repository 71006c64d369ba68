package org.haki.xlsform;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of an XForm: in its itext, by language, or where they are said; what they refer to is written {@code ${name}} again. */
final class XFormTexts {

    private static final Pattern ID = Pattern.compile("jr:itext\\(\\s*['\"]([^'\"]*)['\"]\\s*\\)");
    private static final Pattern PATH = Pattern.compile("\\s*(current\\(\\)/)?[\\p{L}\\p{N}_./:-]+\\s*");
    private static final String PLAIN = "default";
    private static final String NONE = "-";
    private static final String LONG = "long";

    /** By id, then by form of a text ("long" is the text itself), then by language. */
    private final Map<String, Map<String, Map<String, String>>> texts = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> languages = new LinkedHashSet<>();
    private final List<Problem> problems;
    private String own = PLAIN;

    XFormTexts(XmlNode model, List<Problem> problems) {
        this.problems = problems;
        var itext = model.first("itext");
        if (itext != null) {
            itext.elements("translation").forEach(this::translation);
        }
    }

    private void translation(XmlNode translation) {
        var language = translation.attribute("lang");
        if (translation.attributes.containsKey("default") && !translation.attribute("default").equals("false()")) {
            own = language;
        }
        translation.elements("text").forEach(text -> ids.add(text.attribute("id")));
        translation.elements("text").forEach(text -> text.elements("value").forEach(value -> {
            var said = said(value);
            if (!said.isEmpty() && !said.equals(NONE)) {
                texts.computeIfAbsent(text.attribute("id"), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(value.attributes.getOrDefault("form", LONG), _ -> new LinkedHashMap<>()).put(language, said);
            }
        }));
    }

    /** The language whose words stand where another has none. */
    String own() {
        return own;
    }

    List<String> languages() {
        return List.copyOf(languages);
    }

    /** What a label, a hint or a message says, by language. */
    Map<String, String> of(XmlNode words) {
        return words == null ? Map.of() : words.attributes.containsKey("ref") ? in(words.attribute("ref"), LONG, words.line) : plain(said(words));
    }

    /** What an attribute says: a text itself, or where it stands. */
    Map<String, String> of(String attribute, int line) {
        return ID.matcher(attribute).find() ? in(attribute, LONG, line) : plain(attribute);
    }

    /** What stands in another form of the words, such as "guidance". */
    Map<String, String> form(XmlNode words, String form) {
        return words == null || !words.attributes.containsKey("ref") ? Map.of() : in(words.attribute("ref"), form, words.line);
    }

    /** The files beside the words, by kind, then by language. */
    Map<String, Map<String, String>> media(XmlNode words) {
        var id = words == null ? null : id(words.attribute("ref"));
        return id == null ? Map.of() : media(id);
    }

    /** The files of the text with this id. */
    Map<String, Map<String, String>> media(String id) {
        var media = new LinkedHashMap<String, Map<String, String>>();
        texts.getOrDefault(id, Map.of()).forEach((form, said) -> {
            if (!form.equals(LONG) && !form.equals("short") && !form.equals("guidance")) {
                var files = new LinkedHashMap<String, String>();
                said.forEach((language, file) -> files.put(language, file.strip().replaceFirst("^jr://[^/]*/", "")));
                media.put(form, used(files));
            }
        });
        return media;
    }

    /** The words of the text with this id. */
    Map<String, String> byId(String id) {
        return used(texts.getOrDefault(id, Map.of()).getOrDefault(LONG, texts.getOrDefault(id, Map.of()).getOrDefault("short", Map.of())));
    }

    private Map<String, String> in(String reference, String form, int line) {
        var id = id(reference);
        if (id == null || !ids.contains(id)) {
            problems.add(XmlNode.problem(Fault.XFORM_TEXT, line, reference));
            return Map.of();
        }
        return form.equals(LONG) ? byId(id) : used(texts.getOrDefault(id, Map.of()).getOrDefault(form, Map.of()));
    }

    private static String id(String reference) {
        var found = ID.matcher(reference);
        return found.find() ? found.group(1) : null;
    }

    private Map<String, String> plain(String said) {
        return said.isEmpty() ? Map.of() : used(Map.of(own, said));
    }

    private Map<String, String> used(Map<String, String> said) {
        languages.addAll(said.keySet());
        return said;
    }

    /** Words with {@code ${name}} where the value of a question stands in them. */
    private static String said(XmlNode words) {
        var said = new StringBuilder();
        for (var part : words.content) {
            if (part instanceof XmlNode node) {
                var value = node.attributes.getOrDefault("value", node.attribute("ref"));
                said.append(!node.local().equals("output") ? node.text() : PATH.matcher(value).matches() ? "${" + last(value) + "}" : value.strip());
            } else {
                said.append(part);
            }
        }
        return said.toString();
    }

    /** The name at the end of a path. */
    static String last(String path) {
        return path.strip().replaceFirst("^.*/", "");
    }
}
