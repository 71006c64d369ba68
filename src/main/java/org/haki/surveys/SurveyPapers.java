package org.haki.surveys;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.haki.access.QrSquare;
import org.haki.forms.Answers;
import org.haki.forms.FormEngine;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** Forms on paper. A blank sheet carries a code that nobody gives to another; who types it in later gives it that code. */
@Service
class SurveyPapers {

    static final int MOST = 50;

    private final Work work;
    private final Forms forms;
    private final FormEngine engine;
    private final SurveyRepository surveys;
    private final SurveyBooks books;
    private final SurveySheetRepository sheets;
    private final SurveySubmissions submissions;
    private final MediaLists lists;
    private final String publicUrl;

    SurveyPapers(Work work, Forms forms, FormEngine engine, SurveyRepository surveys, SurveyBooks books, SurveySheetRepository sheets,
            SurveySubmissions submissions, MediaLists lists, @Value("${haki.public-url}") String publicUrl) {
        this.work = work;
        this.forms = forms;
        this.engine = engine;
        this.surveys = surveys;
        this.books = books;
        this.sheets = sheets;
        this.submissions = submissions;
        this.lists = lists;
        this.publicUrl = publicUrl;
    }

    /** So many blank sheets of the newest version. */
    PaperPage blank(Actor actor, UUID id, int copies, String speak) {
        return work.as(actor, SurveySubmissions.FILL, () -> {
            var survey = surveys.one(id).filter(one -> one.state() != Survey.State.DRAFT && one.state() != Survey.State.WITHDRAWN).orElseThrow(Problem::notFound);
            var version = surveys.versions(id).getFirst();
            var form = forms.version(version.form());
            var filled = engine.unreckoned(form, PaperItems.blankRows(form.form()), lists.of(actor, id, version.number()));
            var all = Stream.generate(() -> sheet(survey, Code.next())).limit(Math.clamp(copies, 1, MOST)).toList();
            return new PaperPage(survey, version.label(), filled, all, speak, true, false);
        });
    }

    /** What the draft would be on paper, or the newest version where there is none. */
    PaperPage preview(Actor actor, UUID id, String speak) {
        var draft = books.draft(actor, id);
        return work.as(actor, Surveys.WRITE, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            var form = draft == null ? books.asked(actor, id) : draft.form();
            var filled = engine.unreckoned(form, PaperItems.blankRows(form.form()), lists.of(actor, id, draft == null ? surveys.versions(id).getFirst().number() : 0));
            return new PaperPage(survey, form.form().version(), filled, List.of(sheet(survey, Code.next())), speak, true, true);
        });
    }

    /** One that was filled in. */
    PaperPage filled(Actor actor, UUID id, String code, String speak) {
        return work.as(actor, SurveySubmissions.READ, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            var sheet = submissions.sheet(actor, id, code);
            var version = surveys.versions(id).stream().filter(one -> one.number() == sheet.number()).findFirst().orElseThrow();
            var form = forms.version(version.form());
            Answers answers = SurveySheets.known(form, submissions.answers(actor, id, code));
            var filled = engine.unreckoned(form, answers, lists.of(actor, id, version.number()));
            return new PaperPage(survey, version.label(), filled, List.of(sheet(survey, sheet.code())), speak, false, false);
        });
    }

    /** Where somebody goes on who holds the paper with this code: to what was typed in, or to where that is done. */
    String to(Actor actor, UUID id, String code) {
        return work.as(actor, SurveySubmissions.FILL, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            var sheet = sheets.byCode(id, Code.of(code));
            return sheet.map(row -> row.sheet().path()).orElseGet(() -> survey.fillPath() + "/new?paper=" + Code.of(code));
        });
    }

    private PaperPage.Sheet sheet(Survey survey, String code) {
        return new PaperPage.Sheet(code, QrSquare.of(publicUrl + survey.fillPath() + "/paper/" + code));
    }
}
