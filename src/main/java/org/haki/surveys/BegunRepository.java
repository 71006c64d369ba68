package org.haki.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people began to fill in, and files that they chose and did not hand in yet: each her own. */
@Repository
class BegunRepository {

    /** What somebody began. */
    record Row(UUID id, UUID survey, Sealed sealed, Instant savedAt) {}

    /** A file that somebody chose. */
    record Upload(UUID id, String name, String mediaType, Sealed sealed, Instant uploadedAt) {}

    private final JdbcClient jdbc;

    BegunRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Row row) {
        jdbc.sql("""
                        insert into haki.survey_begun (org_id, id, survey_id, person_id, sealed, saved_at)
                        values (haki.org(), :id, :survey, haki.person(), :sealed, :at)
                        on conflict (org_id, id) do update set sealed = excluded.sealed, saved_at = excluded.saved_at""")
                .param("id", row.id())
                .param("survey", row.survey())
                .param("sealed", row.sealed().bytes())
                .param("at", utc(row.savedAt()))
                .update();
    }

    List<Row> of(UUID survey) {
        return jdbc.sql("""
                        select id, survey_id, sealed, saved_at from haki.survey_begun
                        where org_id = haki.org() and person_id = haki.person() and survey_id = :survey order by saved_at desc""")
                .param("survey", survey)
                .query(BegunRepository::row)
                .list();
    }

    Optional<Row> one(UUID survey, UUID id) {
        return jdbc.sql("""
                        select id, survey_id, sealed, saved_at from haki.survey_begun
                        where org_id = haki.org() and person_id = haki.person() and survey_id = :survey and id = :id""")
                .param("survey", survey)
                .param("id", id)
                .query(BegunRepository::row)
                .optional();
    }

    void end(UUID id) {
        jdbc.sql("delete from haki.survey_begun where org_id = haki.org() and person_id = haki.person() and id = :id").param("id", id).update();
    }

    /** What she began and did not touch since then goes. */
    void forget(Instant forgotten) {
        jdbc.sql("delete from haki.survey_begun where org_id = haki.org() and person_id = haki.person() and saved_at < :forgotten")
                .param("forgotten", utc(forgotten))
                .update();
    }

    void keep(Upload upload) {
        jdbc.sql("""
                        insert into haki.survey_upload (org_id, id, person_id, name, media_type, sealed, uploaded_at)
                        values (haki.org(), :id, haki.person(), :name, :type, :sealed, :at)""")
                .param("id", upload.id())
                .param("name", upload.name())
                .param("type", upload.mediaType())
                .param("sealed", upload.sealed().bytes())
                .param("at", utc(upload.uploadedAt()))
                .update();
    }

    Optional<Upload> upload(UUID id) {
        return jdbc.sql("""
                        select id, name, media_type, sealed, uploaded_at from haki.survey_upload
                        where org_id = haki.org() and person_id = haki.person() and id = :id""")
                .param("id", id)
                .query((row, _) -> new Upload(row.getObject("id", UUID.class), row.getString("name"), row.getString("media_type"),
                        new Sealed(row.getBytes("sealed")), row.getObject("uploaded_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** This one was handed in; what nobody handed in since then goes, too. */
    void endUploads(UUID id, Instant forgotten) {
        jdbc.sql("""
                        delete from haki.survey_upload
                        where org_id = haki.org() and person_id = haki.person() and (id = :id or uploaded_at < :forgotten)""")
                .param("id", id)
                .param("forgotten", utc(forgotten))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getObject("survey_id", UUID.class), new Sealed(row.getBytes("sealed")),
                row.getObject("saved_at", OffsetDateTime.class).toInstant());
    }
}
