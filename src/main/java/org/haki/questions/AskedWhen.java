package org.haki.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.haki.forms.Filled;
import org.haki.forms.FormVersion;
import org.haki.forms.Texts;
import org.haki.xlsform.Form;

/** Reads the condition of a question as comparisons with answers, as far as it is no more than that. */
public final class AskedWhen {

    /**
     * An answer that decides: to this question it {@code is}, {@code isNot}, is {@code least}, {@code most}, {@code over} or
     * {@code less} than this; or there is one ({@code answered}) or none ({@code unanswered}).
     *
     * @param or whether it is another way, and no further condition
     */
    public record Part(String question, String how, String value, boolean or) {}

    private static final Map<String, String> HOW = Map.of("=", "is", "!=", "isNot", ">=", "least", "<=", "most", ">", "over", "<", "less");
    private static final Pattern COMPARED = Pattern.compile("\\s*(?:selected\\(\\s*([\\w/.-]+)\\s*,\\s*'([^']*)'\\s*\\)|([\\w/.-]+)\\s*(=|!=|>=|<=|>|<)\\s*(?:'([^']*)'|\"([^\"]*)\"|(-?[\\d.]+)))\\s*");
    private static final Pattern JOINED = Pattern.compile("\\s+(and|or)\\s+");

    private final FormVersion version;
    private final Function<Form.Field, String> label;
    private final BiFunction<Form.Field, String, String> answer;

    private AskedWhen(FormVersion version, Function<Form.Field, String> label, BiFunction<Form.Field, String, String> answer) {
        this.version = version;
        this.label = label;
        this.answer = answer;
    }

    /** In the words of a form that is being filled in. */
    public static AskedWhen of(Filled filled, String language) {
        var texts = filled.texts(language);
        return new AskedWhen(filled.version(), texts::label, texts::read);
    }

    /** In the words of a version. */
    public static AskedWhen of(FormVersion version, String language) {
        return new AskedWhen(version, field -> Texts.in(version, field.label(), language), (field, value) -> choice(version, field, value, language));
    }

    private static String choice(FormVersion version, Form.Field field, String value, String language) {
        var options = field.list() == null ? List.<Form.Option>of() : version.form().lists().getOrDefault(field.list(), List.of());
        return options.stream().filter(option -> option.name().equals(value)).map(option -> Texts.in(version, option.label(), language))
                .filter(words -> !words.isEmpty()).findFirst().orElse(value);
    }

    /** The parts of the condition of this field; empty where it is more than comparisons, or there is none. */
    public List<Part> parts(Form.Field field) {
        var relevant = field.bind().getOrDefault("relevant", "").strip();
        var joined = JOINED.matcher(relevant).results().map(found -> found.group(1)).toList();
        if (relevant.isEmpty() || Set.copyOf(joined).size() > 1) {
            return List.of();
        }
        var parts = new ArrayList<Part>();
        for (var part : JOINED.split(relevant)) {
            var read = part(part, joined.contains("or"));
            if (read == null) {
                return List.of();
            }
            parts.add(read);
        }
        return parts;
    }

    private Part part(String text, boolean or) {
        var compared = COMPARED.matcher(text);
        if (!compared.matches()) {
            return null;
        }
        boolean chosen = compared.group(1) != null;
        var path = chosen ? compared.group(1) : compared.group(3);
        var value = chosen ? compared.group(2) : first(compared.group(5), compared.group(6), compared.group(7));
        var sign = chosen ? "=" : compared.group(4);
        var name = path.substring(path.lastIndexOf('/') + 1);
        var field = version.form().fields().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
        if (field == null || !field.shown()) {
            return null;
        }
        var said = label.apply(field).isEmpty() ? name : label.apply(field);
        if (value.isEmpty() && Set.of("=", "!=").contains(sign)) {
            return new Part(said, sign.equals("=") ? "unanswered" : "answered", "", or);
        }
        return new Part(said, HOW.get(sign), answer.apply(field, value), or);
    }

    private static String first(String... texts) {
        for (var text : texts) {
            if (text != null) {
                return text;
            }
        }
        return "";
    }
}
