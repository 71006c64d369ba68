package org.haki.surveys;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.haki.forms.FormVersion;
import org.haki.xlsform.Form;
import org.haki.xlsform.Problem;

/** Holds a workbook against what was published under its id: a question that stays where it was stays what it was, so that its answers can be read. */
final class SameAnswers {

    private SameAnswers() {}

    /** Each question that was of another kind in a version before, at the cell of its type. */
    static List<BookProblem> changed(FormVersion before, FormVersion after) {
        var changed = new ArrayList<BookProblem>();
        var column = after.form().columns().getOrDefault("survey", Map.of()).getOrDefault("type", 0);
        for (var field : after.form().fields()) {
            var once = before.field(after.question(field));
            if (once != null && !kind(once).equals(kind(field))) {
                changed.add(BookProblem.of(after.form().columns().isEmpty() ? "line " + field.row() : Problem.place("survey", field.row(), column), "type", field.name(), once.type(), field.type()));
            }
        }
        return changed;
    }

    /** What an answer is, whatever the question's type is called. */
    private static String kind(Form.Field field) {
        if (field.kind() != Form.Kind.QUESTION) {
            return field.kind().name();
        }
        return switch (field.type()) {
            case "select_one", "select_multiple", "rank" -> field.type();
            default -> field.bind().getOrDefault("type", "string");
        };
    }
}
