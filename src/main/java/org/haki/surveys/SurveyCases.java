package org.haki.surveys;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.access.Staff;
import org.haki.activities.Activities;
import org.haki.activities.Activity;
import org.haki.activities.RecordActivity;
import org.haki.cases.CaseFile;
import org.haki.cases.CaseFiles;
import org.haki.forms.Answers;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Op;
import org.haki.kernel.Work;
import org.haki.surveys.SurveySheetRepository.FormOfCase;
import org.springframework.stereotype.Service;

/**
 * Follow-up forms and cases: a sheet belongs to the case that it names, and stands in its story as an activity. Where it names none
 * in which whoever filled it in may write, it stays by itself until a change of it does.
 */
@Service
public class SurveyCases {

    /** The question of a follow-up form that names the case. */
    static final String CASE = "case_code";
    /** The question, which it need not ask, whose answer is what came of the follow-up. */
    static final String RESULT = "result";
    private static final String WRITE = "activity.write";

    private final Work work;
    private final CaseFiles cases;
    private final Activities activities;
    private final Staff staff;
    private final SurveySheetRepository sheets;
    private final SurveyClosings closings;
    private final PhoneCases phones;

    SurveyCases(Work work, CaseFiles cases, Activities activities, Staff staff, SurveySheetRepository sheets,
            SurveyClosings closings, PhoneCases phones) {
        this.work = work;
        this.cases = cases;
        this.activities = activities;
        this.staff = staff;
        this.sheets = sheets;
        this.closings = closings;
        this.phones = phones;
    }

    /** The case that these answers name, by its code or as a phone calls it, or else its line in the list does ("" for none), where the actor may write in it. */
    Optional<CaseFile> named(Actor actor, Survey survey, Answers answers, String line) {
        var said = survey.use() == Survey.Use.FOLLOWUP ? code(actor, answers.value(CASE)) : null;
        var code = said == null && survey.use() == Survey.Use.FOLLOWUP && !line.isEmpty() ? code(actor, line) : said;
        return code == null || !actor.may(WRITE) ? Optional.empty()
                : cases.openToWriteIfAny(actor, code).filter(file -> actor.may(WRITE, file.office()));
    }

    private String code(Actor actor, String named) {
        return !PhoneCases.isId(named) ? Code.read(named) : !actor.may("case.see") ? null
                : phones.caseOf(named).map(id -> cases.byIds(actor, List.of(id)).get(id)).map(CaseFile::code).orElse(null);
    }

    /** The answers of a sheet of this case with its code where they name it as a phone calls it. */
    Answers coded(Actor actor, UUID caseId, Answers answers) {
        var named = answers.value(CASE);
        return caseId == null || !PhoneCases.isId(named) || !caseId.equals(phones.caseOf(named).orElse(null)) ? answers
                : answers.with(CASE, Code.shown(cases.byId(actor, caseId).code()));
    }

    /** What was filled in on this case becomes something that was done in it, just now or when its paper was written. */
    void record(Actor actor, CaseFile file, Survey survey, SurveySheet sheet, Answers answers, Instant written) {
        var on = written == null ? null : LocalDate.ofInstant(written, actor.zone());
        boolean before = on != null && on.isBefore(LocalDate.ofInstant(sheet.receivedAt(), actor.zone()));
        var result = answers.value(RESULT);
        var kind = Activity.Kind.FOLLOWUP.results().contains(result) ? Activity.Kind.FOLLOWUP : Activity.Kind.TASK;
        var words = survey.title() + " (" + Code.shown(sheet.code()) + ")";
        activities.record(actor, file.code(), new RecordActivity(words, kind.key(), before ? "day" : "now", before ? on.toString() : "", "", kind == Activity.Kind.FOLLOWUP ? result : "", "",
                "", "", "", ""), Op.own());
    }

    /** The case of a sheet, by its code, as far as the actor sees it; "" for none. */
    String codeOf(Actor actor, SurveySheet sheet) {
        var file = sheet.caseId() == null ? null : cases.byIds(actor, List.of(sheet.caseId())).get(sheet.caseId());
        return file == null ? "" : file.code();
    }

    /** The forms that were filled in on this case, and those that can be. */
    public CaseForms of(Actor actor, CaseFile file) {
        if (!actor.may(Surveys.SEE)) {
            return new CaseForms(file, List.of(), new HashMap<>(), Map.of(), List.of(), false);
        }
        return work.as(actor, Surveys.SEE, () -> {
            var all = sheets.onCase(file.id());
            var filled = actor.may(SurveySubmissions.READ, file.office()) ? all.stream().map(FormOfCase::sheet).filter(Objects::nonNull).toList() : List.<SurveySheet>of();
            Map<UUID, String> names = filled.isEmpty() ? new HashMap<>()
                    : staff.names(actor, filled.stream().map(SurveySheet::receivedBy).filter(Objects::nonNull).collect(Collectors.toSet()));
            var forms = all.stream().map(FormOfCase::survey).distinct().toList();
            boolean may = file.isOpen() && actor.may(SurveySubmissions.FILL, file.office()) && actor.may(WRITE, file.office());
            var offered = forms.stream().filter(survey -> may && survey.use() == Survey.Use.FOLLOWUP && survey.state() == Survey.State.OPEN).toList();
            boolean asks = forms.stream().anyMatch(survey -> survey.use() == Survey.Use.CLOSING && survey.state() == Survey.State.OPEN)
                    && closings.offered(actor, file).isPresent();
            return new CaseForms(file, filled, names, forms.stream().collect(Collectors.toMap(Survey::id, Survey::title)), offered, asks);
        });
    }
}
