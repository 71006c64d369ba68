package org.haki.cases;

import static org.haki.cases.CaseFileRepository.instant;
import static org.haki.cases.CaseFileRepository.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Published versions in the hub, and what the organisation at work adopted of them. */
@Repository
class CaseTypeRepository {

    /**
     * A published version as it is kept.
     *
     * @param questions what its workbooks ask, as JSON
     * @param owner     the organisation whose own it is; {@code null} where it lies in a folder
     */
    record Row(String key, int version, String hash, String definition, String questions, UUID owner) {

        boolean is(String otherKey, int otherVersion) {
            return key.equals(otherKey) && version == otherVersion;
        }

        Questions asked() {
            return JSON.readValue(questions, Questions.class);
        }
    }

    /** That an organisation opens cases of this type, or did until then. */
    record Adopted(String key, Instant since, Instant until) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    CaseTypeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every version where no organisation is at work; else everybody's and its own. */
    List<Row> published() {
        return jdbc.sql("select key, version, hash, definition, questions, org_id from hub.case_types()")
                .query((row, _) -> new Row(
                        row.getString("key"), row.getInt("version"), row.getString("hash"), row.getString("definition"),
                        row.getString("questions"), row.getObject("org_id", UUID.class)))
                .list();
    }

    /** Publishes it unless cases were opened with other files of the same version; answers the hash that stands. */
    String publish(PublishedType type, Instant at) {
        return jdbc.sql("select hub.publish_case_type(:key, :version, :hash, :definition, :questions::jsonb, :at)")
                .param("key", type.key())
                .param("version", type.version())
                .param("hash", type.hash())
                .param("definition", type.definition())
                .param("questions", JSON.writeValueAsString(type.questions()))
                .param("at", utc(at))
                .query(String.class)
                .optional().orElse("");
    }

    void use(CaseType type, Instant at) {
        jdbc.sql("select hub.use_case_type(:key, :version, :at)")
                .param("key", type.key())
                .param("version", type.version())
                .param("at", utc(at))
                .query((_, _) -> null)
                .list();
    }

    /** Every adoption of the organisation at work, also those that ended. */
    List<Adopted> adopted() {
        return jdbc.sql("select key, since, until from haki.adopted_type where org_id = haki.org() order by since, id")
                .query((row, _) -> new Adopted(row.getString("key"), instant(row, "since"), instant(row, "until")))
                .list();
    }

    void adopt(String key, UUID by, Instant at) {
        jdbc.sql("""
                        insert into haki.adopted_type (org_id, id, key, since, by_person) values (haki.org(), :id, :key, :at, :by)
                        on conflict do nothing""")
                .param("id", Id.next())
                .param("key", key)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }

    int stop(String key, UUID by, Instant at) {
        return jdbc.sql("""
                        update haki.adopted_type set until = :at, until_by = :by
                        where org_id = haki.org() and key = :key and until is null""")
                .param("key", key)
                .param("at", utc(at))
                .param("by", by)
                .update();
    }
}
