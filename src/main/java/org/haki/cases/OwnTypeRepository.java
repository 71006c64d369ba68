package org.haki.cases;

import static org.haki.cases.CaseFileRepository.instant;
import static org.haki.cases.CaseFileRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The case types that are an organisation's own: what was uploaded, and which versions were published of it. */
@Repository
class OwnTypeRepository {

    /** A folder that was uploaded, and is not published yet. */
    record Draft(String key, String hash, String file, byte[] folder, List<TypeProblem> notes, Instant uploadedAt) {}

    /** A published version. */
    record Version(String key, int version, String hash, String file, Instant publishedAt) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    OwnTypeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The drafts that wait, without what is in them. */
    List<Draft> drafts() {
        return jdbc.sql("""
                        select key, hash, file_name, null::bytea as folder, notes, uploaded_at from haki.own_type_draft
                        where org_id = haki.org() order by key""")
                .query(OwnTypeRepository::draft)
                .list();
    }

    Optional<Draft> draft(String key) {
        return jdbc.sql("""
                        select key, hash, file_name, folder, notes, uploaded_at from haki.own_type_draft
                        where org_id = haki.org() and key = :key""")
                .param("key", key)
                .query(OwnTypeRepository::draft)
                .optional();
    }

    void keep(Draft draft, UUID by) {
        jdbc.sql("""
                        insert into haki.own_type_draft (org_id, key, hash, file_name, folder, notes, uploaded_at, by_person)
                        values (haki.org(), :key, :hash, :file, :folder, :notes::jsonb, :at, :by)
                        on conflict (org_id, key) do update set hash = excluded.hash, file_name = excluded.file_name, folder = excluded.folder,
                            notes = excluded.notes, uploaded_at = excluded.uploaded_at, by_person = excluded.by_person""")
                .param("key", draft.key())
                .param("hash", draft.hash())
                .param("file", draft.file())
                .param("folder", draft.folder())
                .param("notes", JSON.writeValueAsString(draft.notes()))
                .param("at", utc(draft.uploadedAt()))
                .param("by", by)
                .update();
    }

    /** Takes it away; 0 where another waits, or none. */
    int end(String key, String hash) {
        return jdbc.sql("delete from haki.own_type_draft where org_id = haki.org() and key = :key and hash = :hash")
                .param("key", key)
                .param("hash", hash)
                .update();
    }

    /** Publishes a version for life under its whole key; 0 where that version, a newer one or somebody else's type is there. */
    int publish(PublishedType type, String name, Instant at) {
        return jdbc.sql("select hub.publish_own_case_type(:key, :version, :hash, :definition, :questions::jsonb, :at)")
                .param("key", name)
                .param("version", type.version())
                .param("hash", type.hash())
                .param("definition", type.definition())
                .param("questions", JSON.writeValueAsString(type.questions()))
                .param("at", utc(at))
                .query(Integer.class)
                .single();
    }

    void insert(Version version, UUID by) {
        jdbc.sql("""
                        insert into haki.own_type (org_id, key, version, hash, file_name, published_at, by_person)
                        values (haki.org(), :key, :version, :hash, :file, :at, :by)""")
                .param("key", version.key())
                .param("version", version.version())
                .param("hash", version.hash())
                .param("file", version.file())
                .param("at", utc(version.publishedAt()))
                .param("by", by)
                .update();
    }

    /** The versions of a type, the newest first. */
    List<Version> versions(String key) {
        return jdbc.sql("""
                        select key, version, hash, file_name, published_at from haki.own_type
                        where org_id = haki.org() and key = :key order by version desc""")
                .param("key", key)
                .query((row, _) -> new Version(row.getString("key"), row.getInt("version"), row.getString("hash"), row.getString("file_name"),
                        instant(row, "published_at")))
                .list();
    }

    private static Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(row.getString("key"), row.getString("hash"), row.getString("file_name"), row.getBytes("folder"),
                JSON.readValue(row.getString("notes"), new TypeReference<List<TypeProblem>>() {}), instant(row, "uploaded_at"));
    }
}
