package org.haki.surveys;

import java.util.List;
import org.haki.forms.FormVersion;

/**
 * A workbook that was uploaded, as it was read.
 *
 * @param form {@code null} where something is wrong with it
 */
record UploadedBook(String file, byte[] bytes, FormVersion form, List<BookProblem> problems, List<BookProblem> warnings) {

    boolean isRight() {
        return problems.isEmpty();
    }
}
