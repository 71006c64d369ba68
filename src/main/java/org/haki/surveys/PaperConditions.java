package org.haki.surveys;

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.haki.forms.Filled;
import org.haki.forms.Texts;
import org.haki.xlsform.Form;

/** On what a question depends, in words for somebody with a pen: "Has everybody an identity card?: No". What is more than that stays unsaid. */
final class PaperConditions {

    /** Said where a condition is more than comparisons. */
    static final String UNSAID = "?";

    private static final Pattern COMPARED = Pattern.compile("\\s*(?:selected\\(\\s*([\\w/.-]+)\\s*,\\s*'([^']*)'\\s*\\)|([\\w/.-]+)\\s*(=|!=|>=|<=|>|<)\\s*(?:'([^']*)'|\"([^\"]*)\"|(-?[\\d.]+)))\\s*");
    private static final Pattern JOINED = Pattern.compile("\\s+(and|or)\\s+");

    private final Filled filled;
    private final Texts texts;

    PaperConditions(Filled filled, String language) {
        this.filled = filled;
        this.texts = filled.texts(language);
    }

    /** The condition of this field; "" for none, {@link #UNSAID} for one that no pen can follow. */
    String say(Form.Field field) {
        var relevant = field.bind().getOrDefault("relevant", "").strip();
        if (relevant.isEmpty()) {
            return "";
        }
        var parts = new ArrayList<String>();
        for (var part : JOINED.split(relevant)) {
            var compared = COMPARED.matcher(part);
            if (!compared.matches()) {
                return UNSAID;
            }
            var said = compared.group(1) != null ? said(compared.group(1), "=", compared.group(2))
                    : said(compared.group(3), compared.group(4), first(compared.group(5), compared.group(6), compared.group(7)));
            if (said == null) {
                return UNSAID;
            }
            parts.add(said);
        }
        return String.join(relevant.contains(" or ") ? " / " : "; ", parts);
    }

    private String said(String path, String sign, String value) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var field = filled.version().form().fields().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
        return field == null || !field.shown() ? null : words(field, sign, texts.read(field, value));
    }

    private String words(Form.Field field, String sign, String value) {
        return "“" + texts.label(field) + "” " + (sign.equals("!=") ? "≠" : sign.equals(">=") ? "≥" : sign.equals("<=") ? "≤" : sign) + " " + (value.isEmpty() ? "—" : value);
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
