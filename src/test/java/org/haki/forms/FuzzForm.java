package org.haki.forms;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.haki.xlsform.Form;

/** Any condition over a case, any answers of a section as XML, and any form that the converter made of any workbook. */
public final class FuzzForm {

    private static final FormVersion VISIT = Books.version("""
            | survey |
            | | type             | name  | label   |
            | | text             | words | Words   |
            | | date             | day   | Day     |
            | | integer          | age   | Age     |
            | | select_one yn    | safe  | Safe?   |
            | | begin repeat     | child | Child   |
            | | text             | name  | Name    |
            | | end repeat       |       |         |
            | choices |
            | | list_name | name | label |
            | | yn        | yes  | Yes   |
            | | yn        | no   | No    |
            """);

    private FuzzForm() {}

    /** A condition, or answers where it begins with the letter x. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length > 0 && data[0] == 'x') {
            var xml = new String(data, 1, data.length - 1, StandardCharsets.UTF_8);
            var read = AnswersXml.read(VISIT, xml.getBytes(StandardCharsets.UTF_8));
            if (read.wrongs().isEmpty()) {
                var again = AnswersXml.read(VISIT, AnswersXml.write(VISIT, read.answers()).getBytes(StandardCharsets.UTF_8)).answers();
                if (!again.equals(read.answers())) {
                    throw new AssertionError("What was written is not what was read");
                }
            }
            return;
        }
        try {
            new FormEngine().expression(new String(data, StandardCharsets.UTF_8)).test(Books.girl());
        } catch (BadExpression | TooMuchToReckon | CannotBeReckoned refused) {
            return;
        }
    }

    /** Opens a form as the sheet does. */
    public static void open(String xform, Form form) {
        try {
            new FormEngine().blank(new FormVersion(Hash.of(xform.getBytes(StandardCharsets.UTF_8)), xform, form), Books.girl(),
                    new ChoiceLists(_ -> List.of(), _ -> List.of()));
        } catch (BadExpression | TooMuchToReckon | CannotBeReckoned refused) {
            return;
        }
    }
}
