package org.haki.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SurveyRepository {

    private final JdbcClient jdbc;

    SurveyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Survey> all() {
        return jdbc.sql("""
                        select id, form_id, title, state, purpose, opens_case, changed_at, version from haki.survey
                        where org_id = haki.org() order by lower(title), id""")
                .query(SurveyRepository::survey)
                .list();
    }

    Optional<Survey> one(UUID id) {
        return jdbc.sql("select id, form_id, title, state, purpose, opens_case, changed_at, version from haki.survey where org_id = haki.org() and id = :id")
                .param("id", id)
                .query(SurveyRepository::survey)
                .optional();
    }

    Optional<Survey> named(String formId) {
        return jdbc.sql("select id, form_id, title, state, purpose, opens_case, changed_at, version from haki.survey where org_id = haki.org() and form_id = :form")
                .param("form", formId)
                .query(SurveyRepository::survey)
                .optional();
    }

    /** A new form; 0 where one of that id came meanwhile. */
    int insert(UUID id, String formId, String title, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into haki.survey (org_id, id, form_id, title, by_person, changed_at)
                        values (haki.org(), :id, :form, :title, :by, :at) on conflict (org_id, form_id) do nothing""")
                .param("id", id)
                .param("form", formId)
                .param("title", title)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** Changes a form over the version it was read in; 0 where another is there. */
    int change(UUID id, int base, String title, Survey.State state, UUID by, Instant at) {
        return jdbc.sql("""
                        update haki.survey set title = :title, state = :state, by_person = :by, changed_at = :at, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("id", id)
                .param("base", base)
                .param("title", title)
                .param("state", state.key())
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    /** Gives a form another use over the version it was read in; 0 where another is there. */
    int use(UUID id, int base, Survey.Use use, boolean opens, UUID by, Instant at) {
        return jdbc.sql("""
                        update haki.survey set purpose = :use, opens_case = :opens, by_person = :by, changed_at = :at, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base""")
                .param("id", id)
                .param("base", base)
                .param("use", use.key())
                .param("opens", opens)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void keepDraft(SurveyDraft draft) {
        jdbc.sql("""
                        insert into haki.survey_draft (org_id, survey_id, file_name, book, uploaded_at, by_person)
                        values (haki.org(), :survey, :file, :book, :at, :by)
                        on conflict (org_id, survey_id) do update set file_name = excluded.file_name, book = excluded.book,
                            uploaded_at = excluded.uploaded_at, by_person = excluded.by_person""")
                .param("survey", draft.survey())
                .param("file", draft.fileName())
                .param("book", draft.book())
                .param("at", utc(draft.uploadedAt()))
                .param("by", draft.by())
                .update();
    }

    Optional<SurveyDraft> draft(UUID survey) {
        return jdbc.sql("""
                        select survey_id, file_name, book, uploaded_at, by_person from haki.survey_draft
                        where org_id = haki.org() and survey_id = :survey""")
                .param("survey", survey)
                .query((row, _) -> new SurveyDraft(row.getObject("survey_id", UUID.class), row.getString("file_name"), row.getBytes("book"),
                        instant(row, "uploaded_at"), row.getObject("by_person", UUID.class)))
                .optional();
    }

    void endDraft(UUID survey) {
        jdbc.sql("delete from haki.survey_draft where org_id = haki.org() and survey_id = :survey").param("survey", survey).update();
    }

    void insert(SurveyVersion version) {
        jdbc.sql("""
                        insert into haki.survey_version (org_id, survey_id, number, label, form_hash, xform_md5, file_name, published_at, by_person)
                        values (haki.org(), :survey, :number, :label, :form, :md5, :file, :at, :by)""")
                .param("survey", version.survey())
                .param("number", version.number())
                .param("label", version.label())
                .param("form", version.form())
                .param("md5", version.xformMd5())
                .param("file", version.fileName())
                .param("at", utc(version.publishedAt()))
                .param("by", version.by())
                .update();
    }

    /** The versions of a form, the newest first. */
    List<SurveyVersion> versions(UUID survey) {
        return jdbc.sql("""
                        select survey_id, number, label, form_hash, xform_md5, file_name, published_at, by_person from haki.survey_version
                        where org_id = haki.org() and survey_id = :survey order by number desc""")
                .param("survey", survey)
                .query(SurveyRepository::version)
                .list();
    }

    /** The newest version of every form that takes what is filled in. */
    List<SurveyVersion> newest() {
        return jdbc.sql("""
                        select distinct on (v.survey_id) v.survey_id, v.number, v.label, v.form_hash, v.xform_md5, v.file_name, v.published_at, v.by_person
                        from haki.survey_version v
                        where v.org_id = haki.org() order by v.survey_id, v.number desc""")
                .query(SurveyRepository::version)
                .list();
    }

    void insertMedia(UUID survey, int number, SurveyMedia media) {
        jdbc.sql("""
                        insert into haki.survey_media (org_id, survey_id, number, name, media_type, md5, content)
                        values (haki.org(), :survey, :number, :name, :type, :md5, :content)
                        on conflict (org_id, survey_id, number, name) do update
                        set media_type = excluded.media_type, md5 = excluded.md5, content = excluded.content""")
                .param("survey", survey)
                .param("number", number)
                .param("name", media.name())
                .param("type", media.mediaType())
                .param("md5", media.md5())
                .param("content", media.content())
                .update();
    }

    /** Takes away what waits beside the draft; 0 where nothing of that name does. */
    int endMedia(UUID survey, String name) {
        return jdbc.sql("delete from haki.survey_media where org_id = haki.org() and survey_id = :survey and number = 0 and name = :name")
                .param("survey", survey)
                .param("name", name)
                .update();
    }

    /** What waits beside the draft goes with this version; the draft keeps it for the next. */
    void copyMedia(UUID survey, int number) {
        jdbc.sql("""
                        insert into haki.survey_media (org_id, survey_id, number, name, media_type, md5, content)
                        select org_id, survey_id, :number, name, media_type, md5, content from haki.survey_media
                        where org_id = haki.org() and survey_id = :survey and number = 0""")
                .param("survey", survey)
                .param("number", number)
                .update();
    }

    /** The files of a version, or of the draft (0), without what is in them. */
    List<SurveyMedia> media(UUID survey, int number) {
        return jdbc.sql("""
                        select name, media_type, md5, null::bytea as content from haki.survey_media
                        where org_id = haki.org() and survey_id = :survey and number = :number order by name""")
                .param("survey", survey)
                .param("number", number)
                .query(SurveyRepository::media)
                .list();
    }

    /** The forms whose newest version brings files along. */
    Set<UUID> bringing() {
        return Set.copyOf(jdbc.sql("""
                        select distinct m.survey_id from haki.survey_media m
                        where m.org_id = haki.org() and m.number = (select max(v.number) from haki.survey_version v
                            where v.org_id = m.org_id and v.survey_id = m.survey_id)""")
                .query(UUID.class)
                .list());
    }

    Optional<SurveyMedia> media(UUID survey, int number, String name) {
        return jdbc.sql("""
                        select name, media_type, md5, content from haki.survey_media
                        where org_id = haki.org() and survey_id = :survey and number = :number and name = :name""")
                .param("survey", survey)
                .param("number", number)
                .param("name", name)
                .query(SurveyRepository::media)
                .optional();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Survey survey(ResultSet row, int number) throws SQLException {
        return new Survey(row.getObject("id", UUID.class), row.getString("form_id"), row.getString("title"),
                Survey.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), Survey.Use.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getBoolean("opens_case"), instant(row, "changed_at"), row.getInt("version"));
    }

    private static SurveyVersion version(ResultSet row, int number) throws SQLException {
        return new SurveyVersion(row.getObject("survey_id", UUID.class), row.getInt("number"), row.getString("label"), row.getString("form_hash"),
                row.getString("xform_md5"), row.getString("file_name"), instant(row, "published_at"), row.getObject("by_person", UUID.class));
    }

    private static SurveyMedia media(ResultSet row, int number) throws SQLException {
        return new SurveyMedia(row.getString("name"), row.getString("media_type"), row.getString("md5"), row.getBytes("content"));
    }
}
