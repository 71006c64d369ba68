package org.haki.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.haki.xlsform.Form;

/** The words of a workbook in the language of the page, with what they refer to: "Home of ${name}". */
final class Texts {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^}\\s]+)\\s*}");
    private static final Pattern CODE = Pattern.compile(".*\\(([A-Za-z]{2,3})[^)]*\\)\\s*$");

    private final FormVersion version;
    private final String language;
    private final OptionsNow options;

    Texts(FormVersion version, String language, OptionsNow options) {
        this.version = version;
        this.language = language;
        this.options = options;
    }

    /** The text in this language ({@code es}), else in the form's own, else in any. */
    static String in(String language, Form form, Map<String, String> texts) {
        for (var text : texts.entrySet()) {
            var code = CODE.matcher(text.getKey());
            if (text.getKey().equals(language) || code.matches() && code.group(1).equals(language)) {
                return text.getValue();
            }
        }
        var own = texts.get(form.defaultLanguage());
        return own != null ? own : texts.values().stream().findFirst().orElse("");
    }

    /** The same with its labels and hints. */
    List<Asked> told(List<Asked> asked, Map<String, String> values) {
        var told = new ArrayList<Asked>(asked.size());
        for (var one : asked) {
            told.add(new Asked(one.field(), one.place(), one.row(), one.relevant(), one.required(), one.readOnly(), one.value(),
                    filled(one.field().label(), one.place(), values), filled(one.field().hint(), one.place(), values), one.options(),
                    told(one.below(), values)));
        }
        return told;
    }

    private String filled(Map<String, String> texts, String place, Map<String, String> values) {
        var text = in(language, version.form(), texts);
        return text.contains("${") ? REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(referred(found.group(1), place, values))) : text;
    }

    /** The value of the question of this name that is nearest to the place. */
    private String referred(String name, String place, Map<String, String> values) {
        var found = version.form().fields().stream().filter(field -> field.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            return "";
        }
        var value = values.getOrDefault(near(version.question(found.get()), place), "");
        return options.isChoice(found.get()) && !value.isEmpty() ? options.labelled(found.get(), value) : value;
    }

    /** The question's place, in the rows that this place is in. */
    private static String near(String question, String place) {
        var near = new StringBuilder();
        var around = List.of(place.split("/"));
        int i = 0;
        for (var part : question.split("/")) {
            var same = i < around.size() && (around.get(i).equals(part) || around.get(i).startsWith(part + "[")) ? around.get(i) : part;
            near.append(near.isEmpty() ? "" : "/").append(same);
            i = same.equals(part) && i < around.size() && !around.get(i).equals(part) ? Integer.MAX_VALUE : i + 1;
        }
        return near.toString();
    }
}
