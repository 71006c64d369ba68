package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;
import static org.haki.cases.CaseFileRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** That cases were brought to newer versions of their types, and the names that were renamed with it. */
@Repository
class UpgradeRepository {

    /** One such deed, as it is kept. */
    record Row(UUID id, UUID caseId, int from, int to, String mapping, Sealed sealed, Instant at, UUID by) {}

    private final JdbcClient jdbc;

    UpgradeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row row) {
        jdbc.sql("""
                        insert into haki.case_upgrade (org_id, id, case_id, from_version, to_version, mapping_hash, sealed, at, by_person)
                        values (haki.org(), :id, :case, :from, :to, :mapping, :sealed, :at, :by)""")
                .param("id", row.id())
                .param("case", row.caseId())
                .param("from", row.from())
                .param("to", row.to())
                .param("mapping", row.mapping())
                .param("sealed", row.sealed().bytes())
                .param("at", utc(row.at()))
                .param("by", row.by())
                .update();
    }

    /** The oldest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("""
                        select id, case_id, from_version, to_version, mapping_hash, sealed, at, by_person
                        from haki.case_upgrade where org_id = haki.org() and case_id = :case order by from_version""")
                .param("case", caseId)
                .query(UpgradeRepository::row)
                .list();
    }

    /** Whoever is in the case stays in it, under the role's new name; all at once, so that two may change places. */
    void renameParties(UUID caseId, Map<String, String> names) {
        jdbc.sql("""
                        update haki.case_party p set role = n.name
                        from unnest(:from::text[], :to::text[]) as n (old, name)
                        where p.org_id = haki.org() and p.case_id = :case and p.role = n.old and p.until is null""")
                .param("from", names.keySet().toArray(String[]::new))
                .param("to", names.values().toArray(String[]::new))
                .param("case", caseId)
                .update();
    }

    /** The same for the roles of the team. */
    void renameRoles(UUID caseId, Map<String, String> names) {
        jdbc.sql("""
                        update haki.case_team t set type_role = n.name
                        from unnest(:from::text[], :to::text[]) as n (old, name)
                        where t.org_id = haki.org() and t.case_id = :case and t.type_role = n.old""")
                .param("from", names.keySet().toArray(String[]::new))
                .param("to", names.values().toArray(String[]::new))
                .param("case", caseId)
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(id(row, "id"), id(row, "case_id"), row.getInt("from_version"), row.getInt("to_version"), row.getString("mapping_hash"),
                Sealed.of(row.getBytes("sealed")), instant(row, "at"), id(row, "by_person"));
    }
}
