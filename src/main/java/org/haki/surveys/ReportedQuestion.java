package org.haki.surveys;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.haki.forms.Answers;
import org.haki.forms.Filled;
import org.haki.xlsform.Form;

/**
 * A question that any version of a form asked, by the words of the newest that did.
 *
 * @param filled that version, without answers
 * @param newest whether the newest version of all asks it
 */
public record ReportedQuestion(Filled filled, Form.Field field, boolean newest) {

    /** The questions of these versions, the newest first; what only an older one asked comes after what the newer ones ask. */
    static List<ReportedQuestion> of(List<Filled> versions) {
        Map<String, ReportedQuestion> all = new LinkedHashMap<>();
        for (var filled : versions) {
            for (var field : filled.version().form().fields()) {
                if (field.kind() == Form.Kind.QUESTION && !field.type().equals("note") && !field.isTableHead()) {
                    all.putIfAbsent(filled.version().question(field), new ReportedQuestion(filled, field, filled == versions.getFirst()));
                }
            }
        }
        return List.copyOf(all.values());
    }

    /** Where it is in the form: by that it is the same in all versions. */
    String question() {
        return filled.version().question(field);
    }

    /** Where it stands in these answers: once, or in each row around it. */
    List<String> places(Answers answers) {
        return SurveyReports.places(filled.version(), field, answers);
    }
}
