package org.haki.forms;

import java.util.ArrayList;
import java.util.List;
import org.haki.xlsform.Form;

/** Places in a form other than the one in which something was answered. */
public final class Places {

    private Places() {}

    /** The rows that a place is in, the outermost first. */
    static List<String> rows(String place) {
        var rows = new ArrayList<String>();
        for (int from = place.indexOf('['); from >= 0; from = place.indexOf('[', from + 1)) {
            rows.add(place.substring(from + 1, place.indexOf(']', from)));
        }
        return rows;
    }

    /** Where this question or repeat of the form is in the same rows; {@code null} where it is in more repeats or fewer. */
    public static String in(FormVersion form, String question, String before) {
        var rows = rows(before);
        var place = new StringBuilder();
        int row = 0;
        var path = "";
        for (var name : question.split("/")) {
            path = path.isEmpty() ? name : path + "/" + name;
            place.append(place.isEmpty() ? "" : "/").append(name);
            var field = form.field(path);
            if (field != null && field.kind() == Form.Kind.REPEAT && !path.equals(question)) {
                if (row == rows.size()) {
                    return null;
                }
                place.append('[').append(rows.get(row++)).append(']');
            }
        }
        return row == rows.size() ? place.toString() : null;
    }
}
