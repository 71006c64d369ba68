package org.haki.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.xlsform.Form;

/** The words of a section in the language of its page, with what they refer to: "Home of ${name}". */
public final class Texts {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{\\s*([^}\\s]+)\\s*}");
    private static final Pattern CODE = Pattern.compile(".*\\(([A-Za-z]{2,3})[^)]*\\)\\s*$");

    private final Filled filled;
    private final String language;

    Texts(Filled filled, String language) {
        this.filled = filled;
        this.language = language.replaceFirst("[-_].*", "");
    }

    public String title() {
        return filled.version().form().title();
    }

    public String label(Asked asked) {
        return marked(asked.field().label(), asked.place()).plain();
    }

    public String hint(Asked asked) {
        return marked(asked.field().hint(), asked.place()).plain();
    }

    /** Words of a question with their marks, and with what they refer to. */
    public Marked marked(Map<String, String> texts, String place) {
        var marked = Marked.of(raw(filled.version(), texts, language));
        return marked.with(text -> text.contains("${") ? REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(referred(found.group(1), place))) : text);
    }

    /** The name of the file that is shown, heard or seen with these words, by the kind of it: image, audio, video, big-image. */
    public String media(Map<String, Map<String, String>> media, String kind) {
        return raw(filled.version(), media.getOrDefault(kind, Map.of()), language);
    }

    /** What a choice is called. */
    public String label(Form.Option option) {
        var label = in(option.label());
        return label.isEmpty() ? option.name() : label;
    }

    /** What a question is called, without what it refers to; for lists of questions. */
    public String label(Form.Field field) {
        var label = REFERENCE.matcher(in(field.label())).replaceAll("…");
        return label.isEmpty() ? field.name() : label;
    }

    /** What the workbook says of what is wrong, or "". */
    public String message(Wrong wrong) {
        var field = filled.version().field(wrong.place());
        return field == null ? "" : switch (wrong.kind()) {
            case REQUIRED -> in(field.messages().getOrDefault("jr:requiredMsg", Map.of()));
            case CONSTRAINT -> in(field.messages().getOrDefault("jr:constraintMsg", Map.of()));
            default -> "";
        };
    }

    /** An answer as one reads it: choices by what they are called. */
    public String read(Form.Field field, String value) {
        if (value.isEmpty() || !OptionsNow.isChoice(field)) {
            return value;
        }
        return (OptionsNow.isMany(field) ? List.of(value.split(" ")) : List.of(value)).stream()
                .map(name -> Optional.ofNullable(option(field, name)).map(this::label).orElse(name))
                .collect(Collectors.joining(", "));
    }

    private Form.Option option(Form.Field field, String name) {
        return OptionsNow.isFile(field)
                ? Stream.concat(OptionsNow.all(filled.version(), filled.lists(), field).stream(), OptionsNow.former(filled.lists(), field).stream())
                        .filter(option -> option.name().equals(name)).findFirst().orElse(null)
                : filled.version().option(String.valueOf(field.list()), name);
    }

    /** The code of a language as a workbook names it: {@code en} of "English (en)"; the name itself where it has none. */
    public static String code(String named) {
        var code = CODE.matcher(named);
        return code.matches() ? code.group(1).toLowerCase(Locale.ROOT) : named;
    }

    private String in(Map<String, String> texts) {
        return in(filled.version(), texts, language);
    }

    /** Words of this workbook in this language, else in its own, without their marks. */
    public static String in(FormVersion version, Map<String, String> texts, String language) {
        return Marked.plain(raw(version, texts, language));
    }

    private static String raw(FormVersion version, Map<String, String> texts, String language) {
        for (var text : texts.entrySet()) {
            if (code(text.getKey()).equalsIgnoreCase(language)) {
                return text.getValue();
            }
        }
        var own = texts.get(version.form().defaultLanguage());
        return own != null ? own : texts.values().stream().findFirst().orElse("");
    }

    /** The value of the question of this name that is nearest to the place; what is sensitive does not stand in the words of another. */
    private String referred(String name, String place) {
        return filled.version().form().fields().stream().filter(field -> field.name().equals(name)).findFirst()
                .map(field -> Marks.isSensitive(field) ? "…" : read(field, filled.answers().value(near(filled.version().question(field), place))))
                .orElse("");
    }

    /** The question's place, in the rows that this place is in. */
    private static String near(String question, String place) {
        var around = List.of(place.split("/"));
        var near = new StringBuilder();
        boolean beside = true;
        int i = 0;
        for (var part : question.split("/")) {
            beside = beside && i < around.size() && (around.get(i).equals(part) || around.get(i).startsWith(part + "["));
            near.append(near.isEmpty() ? "" : "/").append(beside ? around.get(i) : part);
            i++;
        }
        return near.toString();
    }
}
