package org.haki.surveys;

import java.util.List;
import java.util.UUID;
import org.haki.forms.AnswerChange;
import org.haki.forms.Answers;
import org.haki.forms.FormEngine;
import org.haki.forms.Forms;
import org.haki.intake.FilledIn;
import org.haki.kernel.Actor;
import org.springframework.stereotype.Component;

/** What a phone, or a page, changed in a form after it had become a report: the report's own words stay as they were told. */
@Component
class ReportChanges implements FilledIn {

    private final SurveySheetRepository sheets;
    private final SurveySubmissions submissions;
    private final Forms forms;
    private final FormEngine engine;
    private final MediaLists lists;

    ReportChanges(SurveySheetRepository sheets, SurveySubmissions submissions, Forms forms, FormEngine engine, MediaLists lists) {
        this.sheets = sheets;
        this.submissions = submissions;
        this.forms = forms;
        this.engine = engine;
        this.lists = lists;
    }

    @Override
    public List<Change> changedSince(Actor actor, UUID intake, String language) {
        return sheets.ofIntakes(List.of(intake)).stream().filter(sheet -> sheet.edit() > 1)
                .flatMap(sheet -> submissions.changes(actor, sheet).reversed().stream().filter(change -> change.version() > 1).map(change -> change(actor, sheet, change, language)))
                .toList();
    }

    private Change change(Actor actor, SurveySheet sheet, AnswerChange change, String language) {
        var form = forms.version(change.form());
        var field = form.field(change.place());
        var texts = engine.unreckoned(form, Answers.NONE, lists.of(actor, sheet.survey(), sheet.number())).texts(language);
        return field == null ? new Change(change.place(), change.value(), change.at(), change.by())
                : new Change(texts.label(field), texts.read(field, change.value()), change.at(), change.by());
    }
}
