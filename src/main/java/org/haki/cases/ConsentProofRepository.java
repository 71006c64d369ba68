package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Decisions of every purpose, and what proves them. */
@Repository
class ConsentProofRepository {

    /** A decision as it lies there. */
    record Row(
            UUID id, String purpose, String decision, String method, String byWhom, String assent, Sealed witness, String language,
            int textVersion, UUID toOrg, String toName, List<String> sections, Instant at, Instant until, UUID by, List<UUID> proofs) {}

    private final JdbcClient jdbc;

    ConsentProofRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every decision, the newest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("""
                        select c.*, (select coalesce(array_agg(e.document_id order by e.added_at), '{}') from haki.consent_evidence e
                                     where e.org_id = c.org_id and e.consent_id = c.id) as proofs
                        from haki.consent c
                        where c.org_id = haki.org() and c.case_id = :case
                        order by c.decided_at desc, c.id desc""")
                .param("case", caseId)
                .query(ConsentProofRepository::row)
                .list();
    }

    Optional<Row> find(UUID caseId, UUID consent) {
        return of(caseId).stream().filter(row -> row.id().equals(consent)).findFirst();
    }

    void add(UUID caseId, UUID consent, UUID document, UUID by) {
        jdbc.sql("""
                        insert into haki.consent_evidence (org_id, consent_id, document_id, case_id, added_by)
                        values (haki.org(), :consent, :document, :case, :by)""")
                .param("consent", consent)
                .param("document", document)
                .param("case", caseId)
                .param("by", by)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                id(row, "id"),
                row.getString("purpose"),
                row.getString("decision"),
                row.getString("method"),
                row.getString("by_whom"),
                row.getString("assent"),
                Sealed.of(row.getBytes("witness")),
                row.getString("language"),
                row.getInt("text_version"),
                id(row, "to_org"),
                row.getString("to_name"),
                List.of((String[]) row.getArray("sections").getArray()),
                instant(row, "decided_at"),
                instant(row, "expires_at"),
                id(row, "recorded_by"),
                List.of((UUID[]) row.getArray("proofs").getArray()));
    }
}
