package org.haki.surveys;

import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.kernel.Actor;
import org.haki.kernel.Work;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * A follow-up that came on paper: whoever typed it in sees no cases. It comes to stand on the case that it names through whoever looks
 * at it next and may write in that case.
 */
@Service
public class PaperOnCase {

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final SurveyRepository surveys;
    private final SurveySheetRepository sheets;
    private final SurveySubmissions submissions;
    private final SurveyCases onCase;

    PaperOnCase(Work work, Audit audit, Vault vault, SurveyRepository surveys, SurveySheetRepository sheets, SurveySubmissions submissions, SurveyCases onCase) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.surveys = surveys;
        this.sheets = sheets;
        this.submissions = submissions;
        this.onCase = onCase;
    }

    /** Puts it on the case that it names; answers whether it stands on one now, or is no follow-up. */
    public boolean put(Actor actor, UUID sheetId) {
        return work.as(actor, PaperTyping.TYPE, () -> {
            var row = sheets.byId(sheetId).orElse(null);
            if (row == null || row.sheet().caseId() != null) {
                return true;
            }
            var sheet = row.sheet();
            var survey = surveys.one(sheet.survey()).orElseThrow();
            if (survey.use() != Survey.Use.FOLLOWUP) {
                return true;
            }
            var answers = submissions.opened(row);
            var file = onCase.named(actor, survey, answers, "").filter(one -> one.office().equals(sheet.office())).orElse(null);
            if (file == null) {
                return false;
            }
            var on = sheet.on(file.id());
            sheets.keep(new SurveySheetRepository.AnswersRow(on, vault.seal(on.key(), on.id(), SurveySubmissions.ANSWERS,
                    JsonMapper.shared().writeValueAsBytes(onCase.coded(actor, file.id(), answers)))));
            var paper = sheets.paper(sheetId).orElse(null);
            onCase.record(actor, file, survey, on, answers, paper == null ? null : paper.at());
            audit.note("form.onCase", sheetId, "");
            return true;
        });
    }
}
