package org.haki.surveys;

import java.util.List;
import org.haki.access.Partner;
import org.haki.forms.FormVersion;
import org.haki.kernel.Errors;
import org.haki.questions.ListedQuestion;

/**
 * One form, for whoever keeps it.
 *
 * @param versions the newest first
 * @param draft    what was uploaded and is not published; {@code null} for nothing
 * @param asked    the newest version; {@code null} before there is one
 * @param files    the files that it names
 * @param caseList how much of each case the list shows that it brings to phones; "" where it asks for none
 * @param receivers to whom a copy can be given
 * @param problems what is wrong with a workbook that was uploaded just now
 */
public record SurveyPage(Survey form, List<SurveyVersion> versions, UploadedBook draft, FormVersion asked, List<NamedFile> files, String caseList, List<Partner> receivers, List<BookProblem> problems, Errors errors) {

    /** What stands in the table of questions: the draft's, else the newest version's. */
    public List<ListedQuestion> questions(String language) {
        var shown = draft == null ? asked : draft.form();
        return shown == null ? List.of() : ListedQuestion.of(shown, language);
    }

    /** How much of each case a list can show. */
    public List<String> caseLists() {
        return PhoneCaseSettings.OFFERED;
    }

    public boolean isDraft() {
        return draft != null;
    }

    public String draftVersion() {
        return draft.form().form().version();
    }

    public String draftFile() {
        return draft.file();
    }

    public List<BookProblem> warnings() {
        return draft == null ? List.of() : draft.warnings();
    }
}
