package org.haki.surveys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.forms.CannotBeReckoned;
import org.haki.forms.CaseDocument;
import org.haki.forms.ChoiceLists;
import org.haki.forms.FormEngine;
import org.haki.forms.FormVersion;
import org.haki.forms.Forms;
import org.haki.forms.TooMuchToReckon;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.xlsform.Fault;
import org.springframework.stereotype.Service;

/** Workbooks on their way to a form: uploaded and held against everything, kept as a draft, published for life. */
@Service
class SurveyBooks {

    private final Work work;
    private final Audit audit;
    private final Forms forms;
    private final FormEngine engine;
    private final SurveyRepository surveys;
    private final SurveyEntities things;
    private final Clock clock;

    SurveyBooks(Work work, Audit audit, Forms forms, FormEngine engine, SurveyRepository surveys, SurveyEntities things, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.forms = forms;
        this.engine = engine;
        this.surveys = surveys;
        this.things = things;
        this.clock = clock;
    }

    /** Reads an uploaded workbook and says all that is wrong with it; {@code survey} is the form it is for, {@code null} for whichever it names. */
    UploadedBook read(Actor actor, UUID survey, String file, byte[] bytes) {
        var of = survey == null ? null : work.as(actor, Surveys.WRITE, () -> surveys.one(survey).orElseThrow(Problem::notFound));
        var read = forms.read(file, bytes);
        var problems = new ArrayList<>(read.problems().stream().map(BookProblem::of).toList());
        if (read.warnings().stream().anyMatch(warning -> warning.fault() == Fault.FILE_MACROS)) {
            problems.add(BookProblem.of("", "macros"));
        }
        if (read.form() != null && of != null && !of.formId().equals(read.form().form().id())) {
            problems.add(BookProblem.of(sheet(read.form(), "settings"), "another", read.form().form().id(), of.formId()));
        } else if (read.form() != null) {
            problems.addAll(work.as(actor, Surveys.WRITE, () -> beside(read.form())));
            problems.addAll(opened(actor, read.form()));
        }
        return new UploadedBook(file, bytes, problems.isEmpty() ? read.form() : null, problems, read.warnings().stream().map(BookProblem::of).toList());
    }

    /** What is wrong with it beside the versions that were published of its form. */
    private List<BookProblem> beside(FormVersion form) {
        var problems = new ArrayList<BookProblem>();
        var survey = surveys.named(form.form().id());
        if (survey.isPresent() && survey.get().use() == Survey.Use.FOLLOWUP && !namesCase(form)) {
            problems.add(BookProblem.of(sheet(form, "survey"), "case_code", SurveyCases.CASE));
        }
        if (survey.isPresent()) {
            var versions = surveys.versions(survey.get().id());
            if (versions.stream().anyMatch(version -> version.label().equals(form.form().version()))) {
                problems.add(BookProblem.of(sheet(form, "settings"), form.form().version().isEmpty() ? "no_version" : "version", form.form().version()));
            }
            for (var version : versions) {
                SameAnswers.changed(forms.version(version.form()), form).stream().filter(problem -> !problems.contains(problem)).forEach(problems::add);
            }
        }
        return problems;
    }

    /** The sheet of a workbook; an XForm has none. */
    private static String sheet(FormVersion form, String name) {
        return form.form().columns().isEmpty() ? "" : name;
    }

    /** Whether it can be opened to be filled in. */
    private List<BookProblem> opened(Actor actor, FormVersion form) {
        try {
            engine.blank(form, CaseDocument.at(clock.instant(), actor.zone()).done(), ChoiceLists.NONE);
            return List.of();
        } catch (CannotBeReckoned | TooMuchToReckon fails) {
            var says = engine.against(form);
            return says.isEmpty() ? List.of(BookProblem.of("", "opens_not")) : List.of(BookProblem.of("", "opens_not"), new BookProblem("", says.get(), "", List.of()));
        }
    }

    /** Keeps a right workbook as the draft of the form that it names, which is born where there is none; answers where that is. */
    String keep(Actor actor, UploadedBook book, Op op) {
        return work.once(actor, Surveys.WRITE, op, () -> {
            var form = book.form().form();
            surveys.insert(Id.next(), form.id(), form.title(), actor.person(), clock.instant());
            var survey = surveys.named(form.id()).orElseThrow();
            if (survey.state() == Survey.State.WITHDRAWN) {
                throw Problem.notNow();
            }
            surveys.keepDraft(new SurveyDraft(survey.id(), book.file(), book.bytes(), clock.instant(), actor.person()));
            if (survey.state() == Survey.State.DRAFT) {
                surveys.change(survey.id(), survey.version(), form.title(), survey.state(), actor.person(), clock.instant());
            }
            audit.note("form.uploaded", survey.id(), form.version());
            return survey.path();
        });
    }

    /** The draft of a form with what it asks; {@code null} where there is none. */
    UploadedBook draft(Actor actor, UUID survey) {
        var draft = work.as(actor, Surveys.WRITE, () -> surveys.draft(survey)).orElse(null);
        if (draft == null) {
            return null;
        }
        var read = forms.read(draft.fileName(), draft.book());
        return new UploadedBook(draft.fileName(), draft.book(), read.form(), List.of(), read.warnings().stream().map(BookProblem::of).toList());
    }

    /** What the newest version asks; {@code null} before there is one. */
    FormVersion asked(Actor actor, UUID survey) {
        return work.as(actor, Surveys.SEE, () -> surveys.versions(survey).stream().findFirst()
                .map(version -> forms.version(version.form())).orElse(null));
    }

    /** Gives a form another use; answers the key of what stands against that, or "". */
    String use(Actor actor, UUID id, Survey.Use use, boolean opens, Op op) {
        var draft = draft(actor, id);
        var form = draft == null ? asked(actor, id) : draft.form();
        if (use == Survey.Use.FOLLOWUP && !namesCase(form)) {
            return "SurveyPage.use.case_code";
        }
        if ((use == Survey.Use.PUBLIC || use == Survey.Use.CLOSING) && form != null && form.form().fields().stream().anyMatch(field -> field.bind().getOrDefault("type", "").equals("binary"))) {
            return "SurveyPage.use.no_files";
        }
        work.once(actor, Surveys.WRITE, op, () -> {
            surveys.one(id).orElseThrow(Problem::notFound);
            if (surveys.use(id, op.base(), use, opens && use == Survey.Use.REPORT, actor.person(), clock.instant()) == 0) {
                throw Problem.stale();
            }
            audit.note("form.use", id, use.key());
            return "";
        });
        return "";
    }

    /** Whether it asks for the code of a case, in words or from the list of cases, and not in a repeat. */
    private static boolean namesCase(FormVersion form) {
        var field = form == null ? null : form.field(SurveyCases.CASE);
        return field != null && field.repeat() == null
                && (field.type().equals("text") || field.type().equals("barcode") || field.type().equals("select_one") && PhoneCases.FILE.equals(field.list()));
    }

    /** Takes the draft away again. */
    void discard(Actor actor, UUID survey, Op op) {
        work.once(actor, Surveys.WRITE, op, () -> {
            surveys.one(survey).orElseThrow(Problem::notFound);
            surveys.endDraft(survey);
            audit.note("form.discarded", survey, "");
            return "";
        });
    }

    /** Publishes the draft: from here on it never changes, and is what the form asks. The form opens with its first version. */
    void publish(Actor actor, UUID id, Op op) {
        work.once(actor, Surveys.WRITE, op, () -> {
            var survey = surveys.one(id).orElseThrow(Problem::notFound);
            var draft = surveys.draft(id).orElseThrow(Problem::notNow);
            var state = survey.state() == Survey.State.DRAFT ? Survey.State.OPEN : survey.state();
            var read = forms.read(draft.fileName(), draft.book());
            if (surveys.change(id, op.base(), read.form().form().title(), state, actor.person(), clock.instant()) == 0
                    || !beside(read.form()).isEmpty()) {
                throw Problem.stale();
            }
            var form = forms.publish(draft.fileName(), draft.book());
            int number = surveys.versions(id).stream().mapToInt(SurveyVersion::number).max().orElse(0) + 1;
            surveys.insert(new SurveyVersion(id, number, form.form().version(), form.hash(), md5(form.xform().getBytes(StandardCharsets.UTF_8)),
                    draft.fileName(), clock.instant(), actor.person()));
            surveys.copyMedia(id, number);
            things.declare(actor, form);
            surveys.endDraft(id);
            audit.note("form.published", id, String.valueOf(number));
            return "";
        });
    }

    static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
