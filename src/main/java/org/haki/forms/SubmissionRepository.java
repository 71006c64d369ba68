package org.haki.forms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SubmissionRepository {

    /** A save of a section, sealed. */
    record Row(UUID id, UUID caseId, String section, String form, int version, int base, UUID op, Sealed instance, Sealed sent,
            String source, Instant happenedAt, Instant recordedAt, UUID by) {}

    /** What is answered now, sealed. */
    record Now(UUID caseId, String section, String form, int version, UUID submission, Sealed sealed, String coded, Instant at, UUID by) {}

    /** An answer of a person, sealed under that person's key; {@code null} where it was taken back. */
    record Own(UUID id, UUID caseId, String section, int version, String place, String role, UUID key, Sealed sealed) {}

    private final JdbcClient jdbc;

    SubmissionRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever saves this section now waits for whoever is saving it. */
    void lock(UUID caseId, String section) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))").param("what", caseId + "/" + section).query((_, _) -> null).list();
    }

    void insert(Row row) {
        jdbc.sql("""
                        insert into haki.submission (org_id, id, case_id, section, form_hash, version, base, op_id, instance, sent, source,
                            happened_at, recorded_at, entered_by)
                        values (haki.org(), :id, :case, :section, :form, :version, :base, :op, :instance, :sent, :source,
                            :happened, :recorded, :by)""")
                .param("id", row.id())
                .param("case", row.caseId())
                .param("section", row.section())
                .param("form", row.form())
                .param("version", row.version())
                .param("base", row.base())
                .param("op", row.op())
                .param("instance", row.instance().bytes())
                .param("sent", row.sent() == null ? null : row.sent().bytes())
                .param("source", row.source())
                .param("happened", utc(row.happenedAt()))
                .param("recorded", utc(row.recordedAt()))
                .param("by", row.by())
                .update();
    }

    void keep(Now now) {
        jdbc.sql("""
                        insert into haki.answers (org_id, case_id, section, form_hash, version, submission_id, sealed, coded, changed_at, changed_by)
                        values (haki.org(), :case, :section, :form, :version, :submission, :sealed, :coded::jsonb, :at, :by)
                        on conflict (org_id, case_id, section) do update
                        set form_hash = excluded.form_hash, version = excluded.version, submission_id = excluded.submission_id,
                            sealed = excluded.sealed, coded = excluded.coded, changed_at = excluded.changed_at, changed_by = excluded.changed_by""")
                .param("case", now.caseId())
                .param("section", now.section())
                .param("form", now.form())
                .param("version", now.version())
                .param("submission", now.submission())
                .param("sealed", now.sealed().bytes())
                .param("coded", now.coded())
                .param("at", utc(now.at()))
                .param("by", now.by())
                .update();
    }

    void insertOwn(Own own) {
        jdbc.sql("""
                        insert into vault.answer (org_id, id, case_id, section, version, place, person_role, key_id, sealed)
                        values (haki.org(), :id, :case, :section, :version, :place, :role, :key, :sealed)""")
                .param("id", own.id())
                .param("case", own.caseId())
                .param("section", own.section())
                .param("version", own.version())
                .param("place", own.place())
                .param("role", own.role())
                .param("key", own.key())
                .param("sealed", own.sealed() == null ? null : own.sealed().bytes())
                .update();
    }

    List<Now> now(UUID caseId) {
        return jdbc.sql("""
                        select case_id, section, form_hash, version, submission_id, sealed, coded, changed_at, changed_by
                        from haki.answers where org_id = haki.org() and case_id = :case""")
                .param("case", caseId)
                .query(SubmissionRepository::nowRow)
                .list();
    }

    /** These sections of these cases. */
    List<Now> now(Collection<UUID> caseIds, Collection<String> sections) {
        return jdbc.sql("""
                        select case_id, section, form_hash, version, submission_id, sealed, coded, changed_at, changed_by
                        from haki.answers where org_id = haki.org() and case_id = any (:cases) and section = any (:sections)""")
                .param("cases", caseIds.toArray(UUID[]::new))
                .param("sections", sections.toArray(String[]::new))
                .query(SubmissionRepository::nowRow)
                .list();
    }

    Optional<Now> now(UUID caseId, String section) {
        return jdbc.sql("""
                        select case_id, section, form_hash, version, submission_id, sealed, coded, changed_at, changed_by
                        from haki.answers where org_id = haki.org() and case_id = :case and section = :section""")
                .param("case", caseId)
                .param("section", section)
                .query(SubmissionRepository::nowRow)
                .optional();
    }

    /** Every save of the section, in their order. */
    List<Row> of(UUID caseId, String section) {
        return jdbc.sql("""
                        select id, case_id, section, form_hash, version, base, op_id, instance, sent, source, happened_at, recorded_at, entered_by
                        from haki.submission where org_id = haki.org() and case_id = :case and section = :section order by version""")
                .param("case", caseId)
                .param("section", section)
                .query(SubmissionRepository::row)
                .list();
    }

    /** The newest save of every section, after this case and section; so that all can be gone through in parts. */
    List<Row> newest(UUID afterCase, String afterSection, int limit) {
        return jdbc.sql("""
                        select distinct on (case_id, section) id, case_id, section, form_hash, version, base, op_id, instance, sent, source,
                            happened_at, recorded_at, entered_by
                        from haki.submission where org_id = haki.org() and (case_id, section) > (:case, :section)
                        order by case_id, section, version desc limit :limit""")
                .param("case", afterCase)
                .param("section", afterSection)
                .param("limit", limit)
                .query(SubmissionRepository::row)
                .list();
    }

    /** Answers of people in this case, the older first; of one section where one is named. */
    List<Own> own(UUID caseId, String section) {
        return jdbc.sql("""
                        select id, case_id, section, version, place, person_role, key_id, sealed
                        from vault.answer where org_id = haki.org() and case_id = :case and (:section = '' or section = :section)
                        order by version, id""")
                .param("case", caseId)
                .param("section", section)
                .query((row, _) -> new Own(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("section"),
                        row.getInt("version"), row.getString("place"), row.getString("person_role"), row.getObject("key_id", UUID.class),
                        Sealed.of(row.getBytes("sealed"))))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("section"),
                row.getString("form_hash"), row.getInt("version"), row.getInt("base"), row.getObject("op_id", UUID.class),
                Sealed.of(row.getBytes("instance")), Sealed.of(row.getBytes("sent")), row.getString("source"),
                instant(row, "happened_at"), instant(row, "recorded_at"), row.getObject("entered_by", UUID.class));
    }

    private static Now nowRow(ResultSet row, int number) throws SQLException {
        return new Now(row.getObject("case_id", UUID.class), row.getString("section"), row.getString("form_hash"), row.getInt("version"),
                row.getObject("submission_id", UUID.class), Sealed.of(row.getBytes("sealed")), row.getString("coded"),
                instant(row, "changed_at"), row.getObject("changed_by", UUID.class));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
