package org.haki.surveys;

import java.util.LinkedHashMap;
import java.util.Map;
import org.haki.forms.FormVersion;
import org.haki.xlsform.Form;

/** Which number each question has on paper: the same on a blank sheet, on a filled one, and where somebody types it in. */
final class PaperNumbers {

    private PaperNumbers() {}

    /** By question, without rows: what is not written by hand has none. */
    static Map<String, Integer> of(FormVersion version) {
        var numbers = new LinkedHashMap<String, Integer>();
        for (var field : version.form().fields()) {
            if (field.kind() == Form.Kind.QUESTION && field.shown() && !field.bind().containsKey("calculate") && !field.type().equals("note") && !field.isTableHead()) {
                numbers.put(version.question(field), numbers.size() + 1);
            }
        }
        return numbers;
    }
}
