package org.haki.surveys;

import java.time.Instant;
import java.util.UUID;

/**
 * A filled-in form as it stands.
 *
 * @param code       printed on its paper
 * @param key        what all of it is sealed under
 * @param edit       how often it was submitted
 * @param number     the version of the form it was last filled in with
 * @param submission the newest
 * @param caseId     the case on which it was filled in, or {@code null}
 * @param intake     the report or the consult that it is, or {@code null}
 */
public record SurveySheet(UUID id, UUID survey, UUID office, String code, UUID key, int edit, int number, UUID submission,
        Instant receivedAt, UUID receivedBy, Instant changedAt, UUID changedBy, UUID caseId, UUID intake) {

    /** The same as it stands after this submission of it. */
    SurveySheet after(SurveySubmission newest) {
        return new SurveySheet(id, survey, office, code, key, newest.edit(), newest.number(), newest.id(), receivedAt, receivedBy, changedAt, changedBy, caseId, intake);
    }

    /** The same on this case. */
    SurveySheet on(UUID other) {
        return new SurveySheet(id, survey, office, code, key, edit, number, submission, receivedAt, receivedBy, changedAt, changedBy, other, intake);
    }

    public String path() {
        return "/forms/" + survey + "/sheets/" + code;
    }
}
