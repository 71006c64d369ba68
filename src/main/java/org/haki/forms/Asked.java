package org.haki.forms;

import java.util.List;
import org.haki.xlsform.Form;

/**
 * A question, group, row or repeat of a section as it stands after all was reckoned.
 *
 * @param field    what the workbook says of it
 * @param place    where it is: {@code child[k3]/age}; of a row {@code child[k3]}
 * @param row      for a row of a repeat its id, else {@code null}
 * @param relevant whether it is asked at all, after what was answered before
 * @param required whether it must be answered
 * @param readOnly whether it only shows
 * @param value    its value; "" for none
 * @param options  what may be chosen now; none for other types
 * @param below    what stands below it: of a group its questions, of a repeat its rows
 */
public record Asked(Form.Field field, String place, String row, boolean relevant, boolean required, boolean readOnly, String value,
        List<Form.Option> options, List<Asked> below) {

    public boolean isQuestion() {
        return field.kind() == Form.Kind.QUESTION;
    }
}
