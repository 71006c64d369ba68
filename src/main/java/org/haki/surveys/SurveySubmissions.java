package org.haki.surveys;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.haki.audit.Audit;
import org.haki.forms.AnswerChange;
import org.haki.forms.Answers;
import org.haki.forms.Forms;
import org.haki.forms.InstanceHead;
import org.haki.forms.Wrong;
import org.haki.kernel.Actor;
import org.haki.kernel.Code;
import org.haki.kernel.Id;
import org.haki.kernel.Op;
import org.haki.kernel.Problem;
import org.haki.kernel.Work;
import org.haki.vault.CannotOpen;
import org.haki.vault.KeyKind;
import org.haki.vault.Vault;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was filled in, submission by submission. The XML as it came is the truth and is never changed; what a sheet answers is
 * derived from all its submissions, so that questions which a newer version no longer asks keep their answers.
 */
@Service
public class SurveySubmissions {

    static final String FILL = "form.fill";
    static final String READ = "form.read";
    private static final String DESTROY = "form.destroy";
    private static final String XML = "survey.instance";
    static final String ANSWERS = "survey.answers";
    private static final String FILE = "survey.file";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Work work;
    private final Audit audit;
    private final Vault vault;
    private final Forms forms;
    private final SurveyRepository surveys;
    private final SurveySheetRepository sheets;
    private final SurveyCases onCase;
    private final SurveyEntities things;
    private final SurveyIntakes asIntake;
    private final Clock clock;

    SurveySubmissions(Work work, Audit audit, Vault vault, Forms forms, SurveyRepository surveys, SurveySheetRepository sheets, SurveyCases onCase, SurveyEntities things,
            SurveyIntakes asIntake, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.vault = vault;
        this.forms = forms;
        this.surveys = surveys;
        this.sheets = sheets;
        this.onCase = onCase;
        this.things = things;
        this.asIntake = asIntake;
        this.clock = clock;
    }

    /**
     * Takes what was filled in: kept as it came, with what is wrong with it noted and never refused for that. The same again has no
     * second effect; an edit names what it edits ({@code deprecatedID}) and becomes a newer submission of the same sheet.
     */
    public Receipt receive(Actor actor, ReceivedInstance came, Op op) {
        return work.as(actor, FILL, () -> take(actor, came, op));
    }

    /** The same, where whoever hands it in was let in by another door. */
    Receipt take(Actor actor, ReceivedInstance came, Op op) {
        var head = InstanceHead.of(came.xml());
        var survey = surveys.one(came.version().survey()).orElseThrow();
        if (head.isEmpty()) {
            return Receipt.not(Receipt.Outcome.UNREADABLE);
        }
        var id = head.get().instanceId().isEmpty() ? "uuid:" + UUID.nameUUIDFromBytes(came.xml()) : head.get().instanceId();
        sheets.lock(survey.id() + id);
        var before = sheets.instance(survey.id(), id).orElse(null);
        if (before != null) {
            return again(before, came);
        }
        var unseen = sheets.unseen(survey.id(), id);
        if (unseen.isPresent()) {
            return new Receipt(Receipt.Outcome.KEPT_BEFORE, unseen.get(), "");
        }
        if (sheets.isGone(survey.id(), id)) {
            return Receipt.not(Receipt.Outcome.DELETED);
        }
        if (!(head.get().deprecatedId().isEmpty() ? survey.state().takes() : survey.state().takesChanges())) {
            return Receipt.not(Receipt.Outcome.CLOSED);
        }
        return head.get().deprecatedId().isEmpty() ? keep(actor, survey, came, id, null, null, op)
                    : edit(actor, survey, came, id, head.get().deprecatedId(), op);
    }

    /** What a filled-in form answers now. */
    public Answers answers(Actor actor, UUID survey, String code) {
        return work.as(actor, READ, () -> opened(find(survey, code)));
    }

    /** What this sheet answers now, for whoever was let in by another door. */
    Answers opened(SurveySheetRepository.AnswersRow row) {
        audit.note("form.read", row.sheet().id(), "");
        return JSON.readValue(vault.openBytes(row.sheet().key(), row.sheet().id(), ANSWERS, row.answers()), Answers.class);
    }

    /** A filled-in form, found by its code. */
    SurveySheet sheet(Actor actor, UUID survey, String code) {
        return work.as(actor, READ, () -> find(survey, code).sheet());
    }

    /** Whether a filled-in form has this code, also one that this actor does not see. */
    boolean isTaken(String code) {
        return sheets.isTaken(code);
    }

    /** The instanceID of its newest submission: what an edit of it names. */
    String instanceOf(SurveySheet sheet) {
        return sheets.submissions(sheet.id()).getLast().instanceId();
    }

    /** How each answer of a filled-in form came about, the newest first. */
    List<AnswerChange> history(Actor actor, UUID survey, String code) {
        return work.as(actor, READ, () -> {
            var sheet = find(survey, code).sheet();
            audit.note("form.history", sheet.id(), "");
            return changes(actor, sheet);
        });
    }

    /** The same of this sheet, for whoever may read it; inside {@code work.as}. */
    List<AnswerChange> changes(Actor actor, SurveySheet sheet) {
        var changes = new ArrayList<AnswerChange>();
        var before = Answers.NONE;
        for (var submission : sheets.submissions(sheet.id())) {
            var form = forms.version(versionOf(submission).form());
            var read = ReadInstance.of(form, vault.openBytes(sheet.key(), submission.id(), XML, submission.xml()), actor.zone()).answers();
            var after = onCase.coded(actor, sheet.caseId(), ReadInstance.over(before, read, form));
            var places = new LinkedHashSet<>(before.values().keySet());
            places.addAll(after.values().keySet());
            for (var place : places) {
                if (!before.value(place).equals(after.value(place))) {
                    changes.add(new AnswerChange(place, after.value(place), submission.happenedAt(), submission.by(), submission.source(), form.hash(), submission.edit()));
                }
            }
            before = after;
        }
        return List.copyOf(changes.reversed());
    }

    /** A file that a filled-in form names. */
    public ReceivedInstance.ReceivedFile file(Actor actor, UUID survey, String code, String name) {
        return work.as(actor, READ, () -> {
            var sheet = find(survey, code).sheet();
            var file = sheets.file(sheet.id(), name).orElseThrow(Problem::notFound);
            audit.note("form.file", sheet.id(), "");
            return new ReceivedInstance.ReceivedFile(file.name(), file.mediaType(), vault.openBytes(sheet.key(), file.id(), FILE, file.content()));
        });
    }

    /** Derives what a sheet answers, and how it stands, from its submissions anew. Answers whether it stood there just so; inside {@code work.as}. */
    boolean derive(Actor actor, SurveySheetRepository.AnswersRow row) {
        var all = sheets.submissions(row.sheet().id());
        var sheet = row.sheet().after(all.getLast());
        var answers = onCase.coded(actor, sheet.caseId(), derived(actor, all, sheet.key()));
        boolean same = sheet.equals(row.sheet()) && stands(row, answers);
        if (same) {
            audit.showsNothing();
        } else {
            keep(sheet, answers);
            audit.note("form.mended", sheet.id(), "");
        }
        return same;
    }

    private boolean stands(SurveySheetRepository.AnswersRow row, Answers answers) {
        try {
            return JSON.readValue(vault.openBytes(row.sheet().key(), row.sheet().id(), ANSWERS, row.answers()), Answers.class).equals(answers);
        } catch (CannotOpen | JacksonException damaged) {
            return false;
        }
    }

    /** Destroys a filled-in form for good: its key, and all that came for it. */
    void destroy(Actor actor, UUID survey, String code, Op op) {
        work.once(actor, DESTROY, op, () -> {
            var sheet = find(survey, code).sheet();
            sheets.gone(sheet.id(), clock.instant());
            sheets.delete(sheet.id());
            vault.destroy(sheet.key());
            things.forget(actor, sheet);
            audit.note("form.destroyed", sheet.id(), "");
            return "";
        });
    }

    private SurveySheetRepository.AnswersRow find(UUID survey, String code) {
        return sheets.byCode(survey, Code.of(code)).orElseThrow(Problem::notFound);
    }

    private Receipt again(SurveySubmission before, ReceivedInstance came) {
        var sheet = sheets.byId(before.sheet()).orElseThrow().sheet();
        if (!Arrays.equals(vault.openBytes(sheet.key(), before.id(), XML, before.xml()), came.xml())) {
            return Receipt.not(Receipt.Outcome.ANOTHER);
        }
        int awaited = keepFiles(sheet, before.id(), came, List.of());
        return new Receipt(Receipt.Outcome.KEPT_BEFORE, sheet.id(), sheet.code(), 0, awaited);
    }

    private Receipt edit(Actor actor, Survey survey, ReceivedInstance came, String id, String edited, Op op) {
        var before = sheets.instance(survey.id(), edited).orElse(null);
        if (before == null) {
            return Receipt.not(Receipt.Outcome.EDITS_NOTHING);
        }
        sheets.lock(before.sheet().toString());
        var sheet = sheets.byId(before.sheet()).orElseThrow().sheet();
        return sheet.submission().equals(before.id()) ? keep(actor, survey, came, id, sheet, edited, op) : Receipt.not(Receipt.Outcome.EDITED_SINCE);
    }

    private Receipt keep(Actor actor, Survey survey, ReceivedInstance came, String instance, SurveySheet edited, String deprecated, Op op) {
        var now = clock.instant();
        var form = forms.version(came.version().form());
        var read = ReadInstance.of(form, came.xml(), actor.zone());
        var wrongs = new ArrayList<>(read.wrongs());
        if (read.wrongs().stream().anyMatch(wrong -> wrong.kind() == Wrong.Kind.UNREADABLE)) {
            return Receipt.not(Receipt.Outcome.UNREADABLE);
        }
        var id = edited == null && came.paper() != null ? came.paper().sheet() : Id.next();
        var key = edited == null ? vault.newKey(KeyKind.CASE) : edited.key();
        var before = edited == null ? Answers.NONE : derived(actor, sheets.submissions(edited.id()), key);
        var answers = ReadInstance.over(before, read.answers(), form);
        var file = edited != null && edited.caseId() != null ? null : onCase.named(actor, survey, answers, SurveyEntities.caseOf(form, came.xml()))
                .filter(one -> edited == null || one.office().equals(edited.office())).orElse(null);
        var sheet = edited == null
                ? new SurveySheet(id, survey.id(), file == null ? came.office() : file.office(), came.code() == null ? Code.next() : came.code(), key, 1,
                        came.version().number(), id, now, actor.person(), now, actor.person(), file == null ? null : file.id(),
                        asIntake.become(actor, survey, came, read.answers()))
                : new SurveySheet(edited.id(), edited.survey(), edited.office(), edited.code(), key, edited.edit() + 1, came.version().number(), id,
                        edited.receivedAt(), edited.receivedBy(), now, actor.person(), file == null ? edited.caseId() : file.id(), edited.intake());
        if (sheet.intake() == null && (file == null ? sheet.caseId() == null : !file.fenced())) {
            wrongs.addAll(things.take(actor, form, came.xml(), sheet));   // a list is seen by the whole office; a report and a fenced case are not
        }
        keep(sheet, onCase.coded(actor, sheet.caseId(), answers));
        sheets.insert(new SurveySubmission(id, sheet.survey(), sheet.id(), sheet.office(), sheet.edit(), sheet.number(), instance, deprecated,
                vault.seal(key, id, XML, came.xml()), ReadInstance.problems(wrongs), came.source(), came.device(), came.happenedAt(), now, actor.person(), op.id(),
                came.paper() == null ? null : came.paper().writtenBy()));
        var named = ReadInstance.files(form, read.answers());
        int awaited = named.isEmpty() ? 0 : keepFiles(sheet, id, came, named);
        audit.note("form.received", sheet.id(), String.valueOf(sheet.edit()));
        if (file != null) {
            onCase.record(actor, file, survey, sheet, answers, came.paper() == null ? null : came.happenedAt());
        }
        return new Receipt(Receipt.Outcome.KEPT, sheet.id(), sheet.code(), wrongs.size(), awaited);
    }

    private void keep(SurveySheet sheet, Answers answers) {
        sheets.keep(new SurveySheetRepository.AnswersRow(sheet, vault.seal(sheet.key(), sheet.id(), ANSWERS, JSON.writeValueAsBytes(answers))));
    }

    /**
     * Files that are named are expected; those that came are kept, and those that an edit names again are still in the sheet.
     * Answers how many did not come yet.
     */
    private int keepFiles(SurveySheet sheet, UUID submission, ReceivedInstance came, List<String> named) {
        named.forEach(name -> sheets.keep(new SurveySheetRepository.FileRow(Id.next(), sheet.id(), submission, sheet.office(), name, "", 0, null, null)));
        var files = sheets.files(submission);
        var expected = files.stream().map(SurveySheetRepository.FileRow::name).toList();
        came.files().stream().filter(file -> expected.contains(file.name())).forEach(file -> {
            var id = Id.next();
            sheets.keep(new SurveySheetRepository.FileRow(id, sheet.id(), submission, sheet.office(), file.name(), file.mediaType(),
                    file.content().length, vault.seal(sheet.key(), id, FILE, file.content()), clock.instant()));
        });
        return (int) files.stream().filter(file -> file.receivedAt() == null)
                .filter(file -> came.files().stream().noneMatch(one -> one.name().equals(file.name())))
                .filter(file -> sheets.file(sheet.id(), file.name()).isEmpty()).count();
    }

    /** What all submissions of a sheet together answer. */
    private Answers derived(Actor actor, List<SurveySubmission> submissions, UUID key) {
        var answers = Answers.NONE;
        for (var submission : submissions) {
            var form = forms.version(versionOf(submission).form());
            answers = ReadInstance.over(answers, ReadInstance.of(form, vault.openBytes(key, submission.id(), XML, submission.xml()), actor.zone()).answers(), form);
        }
        return answers;
    }

    private SurveyVersion versionOf(SurveySubmission submission) {
        return surveys.versions(submission.survey()).stream().filter(version -> version.number() == submission.number()).findFirst().orElseThrow();
    }
}
