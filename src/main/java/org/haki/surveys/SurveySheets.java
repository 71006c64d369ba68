package org.haki.surveys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.haki.access.Staff;
import org.haki.forms.Answers;
import org.haki.forms.Filled;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.kernel.Actor;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.springframework.stereotype.Service;

/** Filled-in forms as they are read: which there are, one of them, and how it came about. */
@Service
class SurveySheets {

    private static final String READ = SurveySubmissions.READ;

    private final Work work;
    private final Forms forms;
    private final FormEngine engine;
    private final Staff staff;
    private final SurveyRepository surveys;
    private final SurveySheetRepository sheets;
    private final SurveySubmissions submissions;
    private final SurveyCases onCase;
    private final SurveyIntakes asIntake;
    private final SurveyUploads uploads;
    private final MediaLists lists;

    SurveySheets(Work work, Forms forms, FormEngine engine, Staff staff, SurveyRepository surveys, SurveySheetRepository sheets,
            SurveySubmissions submissions, SurveyCases onCase, SurveyIntakes asIntake, SurveyUploads uploads, MediaLists lists) {
        this.work = work;
        this.forms = forms;
        this.engine = engine;
        this.staff = staff;
        this.surveys = surveys;
        this.sheets = sheets;
        this.submissions = submissions;
        this.onCase = onCase;
        this.asIntake = asIntake;
        this.uploads = uploads;
        this.lists = lists;
    }

    /** A form with what was filled in, the newest first, after the sheet of this code. */
    FormPage form(Actor actor, UUID id, String after) {
        return work.as(actor, Surveys.SEE, () -> {
            var survey = surveys.one(id).filter(one -> one.state() != Survey.State.DRAFT && one.state() != Survey.State.WITHDRAWN).orElseThrow(Problem::notFound);
            if (!actor.may(READ)) {
                return new FormPage(survey, null, uploads.of(actor, id).stream().map(FormPage.Begun::of).toList(), new HashMap<>(), true);
            }
            var last = after == null ? null : submissions.sheet(actor, id, after);
            var page = sheets.page(id, last == null ? null : last.receivedAt(), last == null ? null : last.id(), FormPage.SIZE + 1).stream()
                    .map(SurveySheetRepository.AnswersRow::sheet).toList();
            var names = staff.names(actor, page.stream().map(SurveySheet::receivedBy).filter(Objects::nonNull).collect(Collectors.toSet()));
            return new FormPage(survey, page, uploads.of(actor, id).stream().map(FormPage.Begun::of).toList(), names, after == null);
        });
    }

    /** A filled-in form as it stands. */
    FilledPage read(Actor actor, UUID id, String code) {
        return work.as(actor, READ, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            var sheet = submissions.sheet(actor, id, code);
            var answers = submissions.answers(actor, id, code);
            var form = version(id, sheet.number());
            var filled = engine.unreckoned(form, known(form, answers), lists.of(actor, id, sheet.number()));
            var paper = sheets.paper(sheet.id()).orElse(null);
            var names = staff.names(actor, Stream.of(sheet.receivedBy(), sheet.changedBy(), paper == null ? null : paper.writer()).filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            var missing = sheets.files(sheet.submission()).stream().filter(file -> sheets.file(sheet.id(), file.name()).isEmpty())
                    .map(SurveySheetRepository.FileRow::name).toList();
            return new FilledPage(survey, sheet, filled, gone(actor, id, form, answers), names, onCase.codeOf(actor, sheet),
                    asIntake.standing(actor, sheet).orElse(null), missing, paper);
        });
    }

    /** What was answered to questions that this form asks no more, by the words of the newest version that did. */
    private List<FilledPage.Gone> gone(Actor actor, UUID id, FormVersion form, Answers answers) {
        var places = answers.values().keySet().stream().filter(place -> form.field(place) == null).toList();
        var gone = new ArrayList<FilledPage.Gone>();
        for (var place : places) {
            var older = places.isEmpty() ? null : asking(id, place);
            if (older != null) {
                gone.add(new FilledPage.Gone(engine.unreckoned(older, Answers.NONE, lists.of(actor, id, 0)), place, answers.value(place)));
            }
        }
        return gone;
    }

    private FormVersion asking(UUID id, String place) {
        return surveys.versions(id).stream().map(version -> forms.version(version.form())).filter(version -> version.field(place) != null).findFirst().orElse(null);
    }

    /** How each of its answers came about. */
    FilledHistoryPage history(Actor actor, UUID id, String code) {
        return work.as(actor, READ, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            var sheet = submissions.sheet(actor, id, code);
            var changes = submissions.history(actor, id, code);
            var asked = new LinkedHashMap<String, Filled>();
            changes.forEach(change -> asked.computeIfAbsent(change.form(), hash -> engine.unreckoned(forms.version(hash), Answers.NONE, lists.of(actor, id, sheet.number()))));
            var names = staff.names(actor, changes.stream().map(change -> change.by()).filter(Objects::nonNull).collect(Collectors.toSet()));
            return new FilledHistoryPage(survey, sheet, changes, asked, names);
        });
    }

    private FormVersion version(UUID survey, int number) {
        return forms.version(surveys.versions(survey).stream().filter(version -> version.number() == number).findFirst().orElseThrow().form());
    }

    /** Of these answers those that this form asks for. */
    static Answers known(FormVersion form, Answers answers) {
        var values = new LinkedHashMap<>(answers.values());
        values.keySet().removeIf(place -> form.field(place) == null);
        return new Answers(values, answers.rows());
    }
}
