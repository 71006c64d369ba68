package org.haki.xlsform;

import java.util.List;
import java.util.Optional;

/**
 * What became of a workbook: with no problems there are the XForm's text and the {@link Form} it holds; with problems there
 * is neither. Warnings never stand in the way.
 */
public record Conversion(Optional<String> xform, Optional<Form> form, List<Problem> problems, List<Problem> warnings) {

    public boolean ok() {
        return problems.isEmpty();
    }

    static Conversion refused(List<Problem> problems, List<Problem> warnings) {
        return new Conversion(Optional.empty(), Optional.empty(), problems, warnings);
    }
}
