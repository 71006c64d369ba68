package org.haki.surveys;

import java.util.UUID;
import org.haki.forms.Rebuilt;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.springframework.stereotype.Component;

/** Derives what every filled-in form answers anew from all its submissions, a few at a time. */
@Component
class SheetsRebuilt implements Rebuilt {

    private static final int PART = 100;

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
        var outcome = new Outcome(0, 0, 0);
        for (var after = new UUID(0, 0); after != null; ) {
            var from = after;
            var part = work.as(system, SurveySubmissions.READ, () -> sheets.after(from, PART));
            for (var row : part) {
                outcome = outcome.and(work.as(system, SurveySubmissions.READ, () -> one(system, row)));
            }
            after = part.size() < PART ? null : part.getLast().sheet().id();
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
