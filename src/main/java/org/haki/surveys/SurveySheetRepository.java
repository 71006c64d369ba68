package org.haki.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SurveySheetRepository {

    /** A file of a submission; {@code content} is {@code null} where it did not come yet, or was not asked for. */
    record FileRow(UUID id, UUID sheet, UUID submission, UUID office, String name, String mediaType, int size, Sealed content, Instant receivedAt) {}

    /** What a sheet answers, sealed. */
    record AnswersRow(SurveySheet sheet, Sealed answers) {}

    /** A form with one sheet of it on a case, or with none. */
    record FormOfCase(Survey survey, SurveySheet sheet) {}

    private final JdbcClient jdbc;

    SurveySheetRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever takes something under this name waits for whoever is taking it. */
    void lock(String what) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(haki.org() || :what, 0))").param("what", what).query((_, _) -> null).list();
    }

    void insert(SurveySubmission submission) {
        jdbc.sql("""
                        insert into haki.survey_submission (org_id, id, survey_id, sheet_id, office_id, edit, number, instance_id, deprecated_id,
                            instance, problems, source, device, happened_at, received_at, entered_by, op_id, written_by)
                        values (haki.org(), :id, :survey, :sheet, :office, :edit, :number, :instance, :deprecated,
                            :xml, :problems::jsonb, :source, :device, :happened, :received, :by, :op, :writtenBy)""")
                .param("id", submission.id())
                .param("survey", submission.survey())
                .param("sheet", submission.sheet())
                .param("office", submission.office())
                .param("edit", submission.edit())
                .param("number", submission.number())
                .param("instance", submission.instanceId())
                .param("deprecated", submission.deprecatedId())
                .param("xml", submission.xml().bytes())
                .param("problems", submission.problems())
                .param("source", submission.source())
                .param("device", submission.device())
                .param("happened", utc(submission.happenedAt()))
                .param("received", utc(submission.receivedAt()))
                .param("by", submission.by(), Types.OTHER)
                .param("op", submission.op())
                .param("writtenBy", submission.writtenBy(), Types.OTHER)
                .update();
    }

    /** Keeps the sheet as it stands now, with what it answers. */
    void keep(AnswersRow row) {
        var sheet = row.sheet();
        jdbc.sql("""
                        insert into haki.survey_sheet (org_id, id, survey_id, office_id, code, key_id, edit, number, submission_id, answers,
                            received_at, received_by, changed_at, changed_by, case_id, intake_id)
                        values (haki.org(), :id, :survey, :office, :code, :key, :edit, :number, :submission, :answers, :received, :receivedBy,
                            :changed, :changedBy, :case, :intake)
                        on conflict (org_id, id) do update set edit = excluded.edit, number = excluded.number,
                            submission_id = excluded.submission_id, answers = excluded.answers, changed_at = excluded.changed_at,
                            changed_by = excluded.changed_by, case_id = excluded.case_id""")
                .param("id", sheet.id())
                .param("survey", sheet.survey())
                .param("office", sheet.office())
                .param("code", sheet.code())
                .param("key", sheet.key())
                .param("edit", sheet.edit())
                .param("number", sheet.number())
                .param("submission", sheet.submission())
                .param("answers", row.answers().bytes())
                .param("received", utc(sheet.receivedAt()))
                .param("receivedBy", sheet.receivedBy(), Types.OTHER)
                .param("changed", utc(sheet.changedAt()))
                .param("changedBy", sheet.changedBy(), Types.OTHER)
                .param("case", sheet.caseId(), Types.OTHER)
                .param("intake", sheet.intake(), Types.OTHER)
                .update();
    }

    /** What was filled in on this case, the newest first, and then the open forms that are for cases, with {@code null} for a sheet. */
    List<FormOfCase> onCase(UUID caseId) {
        return jdbc.sql("""
                        select s.*, v.id as form, v.form_id, v.title, v.state, v.purpose, v.opens_case, v.changed_at as form_changed_at, v.version
                        from haki.survey v left join haki.survey_sheet s on s.org_id = v.org_id and s.survey_id = v.id and s.case_id = :case
                        where v.org_id = haki.org() and (s.id is not null or v.purpose in ('followup', 'closing') and v.state = 'open')
                        order by s.received_at desc nulls last, s.id desc, lower(v.title), v.id""")
                .param("case", caseId)
                .query(SurveySheetRepository::ofCase)
                .list();
    }

    /** The sheets of what became that report go along into its case. */
    void joinCase(UUID intake) {
        jdbc.sql("select haki.survey_sheets_join(:intake)").param("intake", intake).query((_, _) -> null).list();
    }

    /** What was filled in for these reports. */
    List<SurveySheet> ofIntakes(Collection<UUID> intakes) {
        return jdbc.sql("select * from haki.survey_sheet where org_id = haki.org() and intake_id = any (:intakes)")
                .param("intakes", intakes.toArray(UUID[]::new))
                .query((row, number) -> answers(row, number).sheet())
                .list();
    }

    /** The sheet of the submission with this instanceID, also of one that this actor does not see any more. */
    Optional<UUID> unseen(UUID survey, String instanceId) {
        return jdbc.sql("select s from haki.survey_instance_sheet(:survey, :instance) s where s is not null")
                .param("survey", survey).param("instance", instanceId).query(UUID.class).optional();
    }

    Optional<AnswersRow> byCode(UUID survey, String code) {
        return jdbc.sql("select * from haki.survey_sheet where org_id = haki.org() and survey_id = :survey and code = :code")
                .param("survey", survey)
                .param("code", code)
                .query(SurveySheetRepository::answers)
                .optional();
    }

    Optional<AnswersRow> byId(UUID id) {
        return jdbc.sql("select * from haki.survey_sheet where org_id = haki.org() and id = :id")
                .param("id", id)
                .query(SurveySheetRepository::answers)
                .optional();
    }

    /** Whether the organisation has a sheet of this code, in any office. */
    boolean isTaken(String code) {
        return jdbc.sql("select haki.survey_code_taken(:code)").param("code", code).query(Boolean.class).single();
    }

    /** The submission with this instanceID of a form. */
    Optional<SurveySubmission> instance(UUID survey, String instanceId) {
        return jdbc.sql("select * from haki.survey_submission where org_id = haki.org() and survey_id = :survey and instance_id = :instance")
                .param("survey", survey)
                .param("instance", instanceId)
                .query(SurveySheetRepository::submission)
                .optional();
    }

    /** Every submission of a sheet, in their order. */
    List<SurveySubmission> submissions(UUID sheet) {
        return jdbc.sql("select * from haki.survey_submission where org_id = haki.org() and sheet_id = :sheet order by edit")
                .param("sheet", sheet)
                .query(SurveySheetRepository::submission)
                .list();
    }

    /** Of what came in a parcel of paper who wrote it, as the newest submission says, and when. */
    Optional<FilledPage.Paper> paper(UUID sheet) {
        return jdbc.sql("""
                        select written_by, happened_at from haki.survey_submission
                        where org_id = haki.org() and sheet_id = :sheet and source = 'paper' order by edit desc limit 1""")
                .param("sheet", sheet)
                .query((row, _) -> new FilledPage.Paper(id(row, "written_by"), instant(row, "happened_at")))
                .optional();
    }

    /** Sheets of a form after this one, the newest first. */
    List<AnswersRow> page(UUID survey, Instant before, UUID beforeId, int limit) {
        return jdbc.sql("""
                        select * from haki.survey_sheet where org_id = haki.org() and survey_id = :survey
                          and (:before::timestamptz is null or (received_at, id) < (:before::timestamptz, :id::uuid))
                        order by received_at desc, id desc limit :limit""")
                .param("survey", survey)
                .param("before", before == null ? null : utc(before))
                .param("id", beforeId)
                .param("limit", limit)
                .query(SurveySheetRepository::answers)
                .list();
    }

    /** The sheets of all forms. */
    List<UUID> ids() {
        return jdbc.sql("select id from haki.survey_sheet where org_id = haki.org() order by id").query(UUID.class).list();
    }

    /** Keeps a file, or that it is expected; what came before stays. */
    void keep(FileRow file) {
        jdbc.sql("""
                        insert into haki.survey_file (org_id, id, sheet_id, submission_id, office_id, name, media_type, size, content, received_at)
                        values (haki.org(), :id, :sheet, :submission, :office, :name, :type, :size, :content, :at::timestamptz)
                        on conflict (org_id, submission_id, name) do update
                        set media_type = excluded.media_type, size = excluded.size, content = excluded.content, received_at = excluded.received_at, id = excluded.id
                        where survey_file.content is null and excluded.content is not null""")
                .param("id", file.id())
                .param("sheet", file.sheet())
                .param("submission", file.submission())
                .param("office", file.office())
                .param("name", file.name())
                .param("type", file.mediaType())
                .param("size", file.size())
                .param("content", file.content() == null ? null : file.content().bytes(), Types.BINARY)
                .param("at", file.receivedAt() == null ? null : utc(file.receivedAt()))
                .update();
    }

    /** The files of a submission, without their content. */
    List<FileRow> files(UUID submission) {
        return jdbc.sql("""
                        select id, sheet_id, submission_id, office_id, name, media_type, size, null::bytea as content, received_at
                        from haki.survey_file where org_id = haki.org() and submission_id = :submission order by name""")
                .param("submission", submission)
                .query(SurveySheetRepository::file)
                .list();
    }

    /** The newest content of a file of this name in a sheet. */
    Optional<FileRow> file(UUID sheet, String name) {
        return jdbc.sql("""
                        select * from haki.survey_file where org_id = haki.org() and sheet_id = :sheet and name = :name and content is not null
                        order by received_at desc limit 1""")
                .param("sheet", sheet)
                .param("name", name)
                .query(SurveySheetRepository::file)
                .optional();
    }

    /** Remembers what came for a sheet by hashes, so that it does not come in again once it is destroyed. */
    void gone(UUID sheet, Instant at) {
        jdbc.sql("""
                        insert into haki.survey_gone (org_id, survey_id, instance_hash, destroyed_at)
                        select org_id, survey_id, sha256(convert_to(instance_id, 'UTF8')), :at from haki.survey_submission
                        where org_id = haki.org() and sheet_id = :sheet on conflict do nothing""")
                .param("sheet", sheet)
                .param("at", utc(at))
                .update();
    }

    /** Whether an instance of this name was here and was destroyed. */
    boolean isGone(UUID survey, String instance) {
        return jdbc.sql("""
                        select exists (select from haki.survey_gone where org_id = haki.org() and survey_id = :survey
                          and instance_hash = sha256(convert_to(:instance, 'UTF8')))""")
                .param("survey", survey)
                .param("instance", instance)
                .query(Boolean.class)
                .single();
    }

    /** Takes a sheet away with all that came for it. */
    void delete(UUID sheet) {
        jdbc.sql("delete from haki.survey_file where org_id = haki.org() and sheet_id = :sheet").param("sheet", sheet).update();
        jdbc.sql("delete from haki.survey_submission where org_id = haki.org() and sheet_id = :sheet").param("sheet", sheet).update();
        jdbc.sql("delete from haki.survey_sheet where org_id = haki.org() and id = :sheet").param("sheet", sheet).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static AnswersRow answers(ResultSet row, int number) throws SQLException {
        return new AnswersRow(new SurveySheet(id(row, "id"), id(row, "survey_id"), id(row, "office_id"), row.getString("code"), id(row, "key_id"),
                row.getInt("edit"), row.getInt("number"), id(row, "submission_id"), instant(row, "received_at"), id(row, "received_by"),
                instant(row, "changed_at"), id(row, "changed_by"), id(row, "case_id"), id(row, "intake_id")), new Sealed(row.getBytes("answers")));
    }

    private static FormOfCase ofCase(ResultSet row, int number) throws SQLException {
        var survey = new Survey(id(row, "form"), row.getString("form_id"), row.getString("title"), Survey.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Survey.Use.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)), row.getBoolean("opens_case"), instant(row, "form_changed_at"), row.getInt("version"));
        return new FormOfCase(survey, id(row, "id") == null ? null : answers(row, number).sheet());
    }

    private static SurveySubmission submission(ResultSet row, int number) throws SQLException {
        return new SurveySubmission(id(row, "id"), id(row, "survey_id"), id(row, "sheet_id"), id(row, "office_id"), row.getInt("edit"),
                row.getInt("number"), row.getString("instance_id"), row.getString("deprecated_id"), new Sealed(row.getBytes("instance")),
                row.getString("problems"), row.getString("source"), row.getString("device"), instant(row, "happened_at"),
                instant(row, "received_at"), id(row, "entered_by"), id(row, "op_id"), id(row, "written_by"));
    }

    private static FileRow file(ResultSet row, int number) throws SQLException {
        return new FileRow(id(row, "id"), id(row, "sheet_id"), id(row, "submission_id"), id(row, "office_id"), row.getString("name"),
                row.getString("media_type"), row.getInt("size"), Sealed.of(row.getBytes("content")), instant(row, "received_at"));
    }
}
