package org.haki.surveys;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.cases.CaseFile;

/**
 * The follow-up forms of a case, on its page.
 *
 * @param filled  what was filled in on it, the newest first
 * @param names   of who did
 * @param titles  of the forms
 * @param asks    whether the reader may ask the client how it was
 * @param offered forms that the reader may fill in on it now
 */
public record CaseForms(CaseFile file, List<SurveySheet> filled, Map<UUID, String> names, Map<UUID, String> titles, List<Survey> offered, boolean asks) {

    public boolean isEmpty() {
        return filled.isEmpty() && offered.isEmpty() && !asks;
    }

    public String title(SurveySheet sheet) {
        return titles.getOrDefault(sheet.survey(), "");
    }

    public String by(SurveySheet sheet) {
        return sheet.receivedBy() == null ? "" : names.getOrDefault(sheet.receivedBy(), "");
    }

    /** Where a form is filled in on this case. */
    public String path(Survey form) {
        return form.fillPath() + "/new?on=" + file.code();
    }
}
