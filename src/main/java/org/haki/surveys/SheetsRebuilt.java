package org.haki.surveys;

import org.haki.forms.Rebuilt;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.springframework.stereotype.Component;

/** Derives what every filled-in form answers anew from all its submissions, each by itself. */
@Component
class SheetsRebuilt implements Rebuilt {

    private static final Outcome NOTHING = new Outcome(0, 0, 0);

    private final Work work;
    private final SurveySheetRepository sheets;
    private final SurveySubmissions submissions;

    SheetsRebuilt(Work work, SurveySheetRepository sheets, SurveySubmissions submissions) {
        this.work = work;
        this.sheets = sheets;
        this.submissions = submissions;
    }

    @Override
    public String what() {
        return "filled-in forms";
    }

    @Override
    public Outcome all(Actor system) {
        var outcome = NOTHING;
        for (var id : work.as(system, SurveySubmissions.READ, sheets::ids)) {
            outcome = outcome.and(work.as(system, SurveySubmissions.READ, () -> sheets.byId(id).map(row -> one(system, row)).orElse(NOTHING)));
        }
        return outcome;
    }

    private Outcome one(Actor system, SurveySheetRepository.AnswersRow row) {
        try {
            return new Outcome(1, submissions.derive(system, row) ? 0 : 1, 0);
        } catch (CannotOpen destroyed) {
            return new Outcome(1, 0, 1);
        }
    }
}
