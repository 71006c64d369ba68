package org.haki.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haki.forms.Marks;
import org.haki.forms.Texts;
import org.haki.xlsform.Form;
import org.springframework.stereotype.Component;

/** The questions of a case type whose choices are counted, as figures show them. */
@Component
public class ReportableQuestions {

    /**
     * One of them.
     *
     * @param path    the section's key first, as facts name it
     * @param choices what may be chosen, in the order of the workbook
     * @param several whether one may choose more than one
     */
    public record Question(String path, Labels label, Map<String, Labels> choices, boolean several) {}

    private final SheetForms sheets;

    ReportableQuestions(SheetForms sheets) {
        this.sheets = sheets;
    }

    /** In the order of the sheet. */
    public List<Question> of(CaseType type) {
        var questions = new ArrayList<Question>();
        for (var section : type.sections()) {
            var form = sheets.of(type, section.key());
            for (var field : form.form().fields()) {
                if (field.kind() == Form.Kind.QUESTION && Marks.isReportable(field)) {
                    var choices = new LinkedHashMap<String, Labels>();
                    form.form().lists().getOrDefault(field.list(), List.of()).forEach(option -> choices.put(option.name(), labels(option.label(), option.name())));
                    questions.add(new Question(section.key() + "/" + form.question(field), labels(field.label(), field.name()), choices,
                            !field.type().equals("select_one")));
                }
            }
        }
        return questions;
    }

    private static Labels labels(Map<String, String> texts, String name) {
        var labels = new LinkedHashMap<String, String>();
        texts.forEach((language, text) -> labels.put(language.equals("default") ? "en" : Texts.code(language), text));
        labels.putIfAbsent("en", texts.values().stream().findFirst().orElse(name));
        return new Labels(labels);
    }
}
