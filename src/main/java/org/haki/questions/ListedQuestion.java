package org.haki.questions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.forms.FormVersion;
import org.haki.forms.Texts;
import org.haki.ui.Ui;
import org.haki.xlsform.Form;

/**
 * A line in the table of what a form asks.
 *
 * @param kind    what is answered, as words name it
 * @param depth   how many groups and repeats it stands in
 * @param choices the first few by what they are called
 * @param more    how many more there are
 * @param when    the condition on which it is asked, or ""
 * @param parts   the same as comparisons with answers; empty where it is more than that
 */
public record ListedQuestion(String name, String label, String kind, int depth, List<String> choices, int more, boolean needed, String when, List<AskedWhen.Part> parts) {

    private static final int FEW = 6;
    private static final Set<String> KINDS = Set.of("text", "integer", "decimal", "range", "date", "time", "dateTime", "geopoint", "geotrace", "geoshape",
            "barcode", "note", "acknowledge", "image", "audio", "video", "file", "select_one", "select_multiple", "rank", "calculate", "group", "repeat");

    public static List<ListedQuestion> of(FormVersion version, String language) {
        var conditions = AskedWhen.of(version, language);
        return version.form().fields().stream().filter(field -> !field.isTableHead()).map(field -> of(version, field, language, conditions)).toList();
    }

    /** The condition, said by this. */
    public String said(Ui ui) {
        return parts.stream().map(part -> ui.say("QuestionTable.when." + part.how(), part.question(), part.value()))
                .collect(Collectors.joining(" " + ui.say(parts.getFirst().or() ? "QuestionTable.or" : "QuestionTable.and") + " "));
    }

    private static ListedQuestion of(FormVersion version, Form.Field field, String language, AskedWhen conditions) {
        var options = field.list() == null ? List.<Form.Option>of() : version.form().lists().getOrDefault(field.list(), List.of());
        var shown = options.stream().limit(FEW).map(option -> named(version, option, language)).toList();
        var required = field.bind().getOrDefault("required", "");
        return new ListedQuestion(field.name(), Texts.in(version, field.label(), language), kind(field), (int) Stream.of(version.question(field).split("/")).count() - 1, shown, options.size() - shown.size(),
                required.startsWith("true"), field.bind().getOrDefault("relevant", ""), conditions.parts(field));
    }

    /** What is answered, as words name it: what a device fills in by itself is one kind. */
    private static String kind(Form.Field field) {
        return KINDS.contains(field.type()) ? field.type() : field.type().equals("photo") ? "image" : field.type().equals("trigger") ? "acknowledge" : "device";
    }

    private static String named(FormVersion version, Form.Option option, String language) {
        var label = Texts.in(version, option.label(), language);
        return label.isEmpty() ? option.name() : label;
    }
}
