package org.haki.sheets;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.haki.forms.FormVersion;
import org.haki.forms.Texts;

/**
 * What was asked of an institution in a case: a row of a repeat in which the question after an institution was answered.
 *
 * @param each the repeat, as the steps of a timeline name it: {@code application/attempt}
 * @param row  its place in the repeat, counted from 1, as those steps have it
 * @param on   the first day that the row says; {@code null} where it says none
 * @param form the workbook of the section with which cases of the type open; {@code null} where that says nothing
 * @param what the first choice that was made there, by language
 */
public record Application(UUID caseId, String each, String row, UUID institution, LocalDate on, FormVersion form, Map<String, String> what) {

    /** What the case is about, in this language; "" where nothing says it. */
    public String what(String language) {
        return form == null ? "" : Texts.in(form, what, language);
    }
}
