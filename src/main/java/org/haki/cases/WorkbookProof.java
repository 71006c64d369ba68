package org.haki.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.haki.forms.Marks;
import org.haki.forms.Texts;
import org.haki.xlsform.Fault;
import org.haki.xlsform.Form;
import org.haki.xlsform.Problem;

/** Holds one workbook against its type: it speaks the type's languages, its marks are marks, and what is nearly right is wrong. */
final class WorkbookProof {

    /** What any XLSForm may hold and a case type may not: it would be left out, or never hold. */
    private static final Set<Fault> REFUSED = Set.of(Fault.HEADER_MISSPELT, Fault.CHOICE_UNKNOWN);
    private static final List<String> TEXTS = List.of("label", "hint", "guidance_hint", "bind::jr:constraintMsg", "bind::jr:requiredMsg");
    private static final Map<String, String> MESSAGES = Map.of("bind::jr:constraintMsg", "constraint_message", "bind::jr:requiredMsg", "required_message");
    private static final String SURVEY = "survey";
    private static final String CHOICES = "choices";
    private static final String LABEL = "label";

    private final CaseType type;
    private final Form form;
    private final List<String> mistakes = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    WorkbookProof(CaseType type, Form form) {
        this.type = type;
        this.form = form;
    }

    /** Every mistake with its cell. */
    List<String> prove(List<Problem> warnings) {
        warnings.stream().filter(warning -> REFUSED.contains(warning.fault())).map(Problem::toString).forEach(mistakes::add);
        form.columns().forEach((sheet, columns) -> columns.forEach((words, column) -> header(sheet, words, column)));
        var rows = new HashSet<Integer>();
        for (var field : form.fields()) {
            if (field.row() > 0 && rows.add(field.row())) {
                spoken(SURVEY, field.row(), LABEL, field.label());
                spoken(SURVEY, field.row(), "hint", field.hint());
                spoken(SURVEY, field.row(), "guidance_hint", field.guidance());
                field.messages().forEach((message, texts) -> spoken(SURVEY, field.row(), "bind::" + message, texts));
                field.marks().forEach((mark, value) -> mark(field.row(), mark, value));
                reportable(field);
            }
        }
        form.lists().values().stream().flatMap(List::stream).filter(option -> option.row() > 0)
                .forEach(option -> spoken(CHOICES, option.row(), LABEL, option.label()));
        return mistakes;
    }

    private void header(String sheet, String words, int column) {
        if (words.toLowerCase(Locale.ROOT).startsWith("haki") && !(sheet.equals(SURVEY) && Marks.COLUMNS.contains(words))) {
            wrong(sheet, 1, column, "The column '" + words + "' is no mark. The marks are " + String.join(", ", Marks.COLUMNS)
                    + ", on the sheet survey.");
        }
        TEXTS.stream().filter(text -> words.startsWith(text + "::")).map(text -> words.substring(text.length() + 2))
                .filter(language -> !languages().contains(code(language)))
                .forEach(language -> wrong(sheet, 1, column, "The language '" + language + "' is none of the type's: "
                        + String.join(", ", languages()) + ". Its code stands behind it, as in " + example(languages().iterator().next()) + "."));
    }

    private void mark(int row, String mark, String value) {
        int column = form.columns().get(SURVEY).getOrDefault("haki::" + mark, 0);
        if (mark.equals("person")) {
            if (!type.parties().containsKey(value.strip())) {
                wrong(SURVEY, row, column, "The type has no party '" + value.strip() + "'. Its parties are "
                        + String.join(", ", type.parties().keySet()) + ".");
            }
        } else if (Marks.COLUMNS.contains("haki::" + mark) && !Marks.isYesOrNo(value)) {
            wrong(SURVEY, row, column, "'" + value + "' is neither yes nor no.");
        }
    }

    private void reportable(Form.Field field) {
        if (Marks.isMarkedReportable(field) && !Marks.isReportable(field)) {
            wrong(SURVEY, field.row(), form.columns().get(SURVEY).getOrDefault("haki::reportable", 0),
                    "Only the choices of a question are reported, and of none that belongs to a person or to a list that the organisation keeps.");
        }
        if (Marks.isMarkedReportable(field) && Marks.isSensitive(field) && !type.restricted()) {
            wrong(SURVEY, field.row(), form.columns().get(SURVEY).getOrDefault("haki::reportable", 0),
                    "What is sensitive stands nowhere in clear, so it is reported only in a type that is restricted.");
        }
    }

    /** A text that is there in one of the type's languages is there in each. */
    private void spoken(String sheet, int row, String what, Map<String, String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        for (var language : languages()) {
            if (texts.entrySet().stream().noneMatch(text -> language.equals(code(text.getKey())) && !text.getValue().isBlank())) {
                int column = column(sheet, what, language);
                if (column > 0) {
                    wrong(sheet, row, column, "This " + called(what) + " is missing in " + language + ", as the type's own label is in it.");
                } else if (said.add(sheet + what + language)) {
                    mistakes.add(sheet + ": There is no column for the " + called(what) + " in " + language + ", as the type's own label is in it."
                            + " Add one, such as " + called(what) + example(language).substring(LABEL.length()) + ".");
                }
            }
        }
    }

    /** What the column is called on the sheet. */
    private static String called(String text) {
        return MESSAGES.getOrDefault(text, text);
    }

    /** Where this text stands in this language; 0 where nowhere. */
    private int column(String sheet, String what, String language) {
        return form.columns().get(sheet).entrySet().stream()
                .filter(entry -> entry.getKey().equals(what) && language.equals(code(form.defaultLanguage()))
                        || entry.getKey().startsWith(what + "::") && language.equals(code(entry.getKey().substring(what.length() + 2))))
                .map(Map.Entry::getValue).findFirst().orElse(0);
    }

    private Set<String> languages() {
        return type.label().byLanguage().keySet();
    }

    /** A text of no language is in English, as every label of the type is. */
    private String code(String language) {
        return language.equals("default") ? "en" : Texts.code(language);
    }

    private static String example(String language) {
        var locale = Locale.of(language);
        return "label::" + Stream.of(locale.getDisplayLanguage(locale)).map(name -> name.substring(0, 1).toUpperCase(locale) + name.substring(1))
                .findFirst().orElse(language) + " (" + language + ")";
    }

    private void wrong(String sheet, int row, int column, String sentence) {
        mistakes.add(Problem.place(sheet, row, column) + ": " + sentence);
    }
}
