package org.haki.referrals;

import static org.haki.referrals.CaseWindowRepository.id;
import static org.haki.referrals.CaseWindowRepository.instant;
import static org.haki.referrals.CaseWindowRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WindowEntryRepository {

    /** What a receiver recorded, sealed. */
    record Row(
            UUID id, UUID caseId, UUID window, UUID byOrg, UUID byPerson, String kind, String service, UUID activity, String did,
            String result, Sealed sealed, Instant happenedAt, Instant recordedAt) {}

    private final JdbcClient jdbc;

    WindowEntryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row entry) {
        jdbc.sql("""
                        insert into haki.window_entry (org_id, id, case_id, window_id, by_org, by_person, kind, service, activity_id, did,
                            result, sealed, happened_at)
                        values (haki.org(), :id, :case, :window, :byOrg, :by, :kind, :service, :activity, :did,
                            :result, :sealed, :happened)""")
                .param("id", entry.id())
                .param("case", entry.caseId())
                .param("window", entry.window())
                .param("byOrg", entry.byOrg())
                .param("by", entry.byPerson())
                .param("kind", entry.kind())
                .param("service", entry.service())
                .param("activity", entry.activity(), Types.OTHER)
                .param("did", entry.did())
                .param("result", entry.result())
                .param("sealed", entry.sealed().bytes())
                .param("happened", utc(entry.happenedAt()))
                .update();
    }

    /** All on a case that the actor may see but what stands in its plan, the newest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("select * from haki.window_entry where org_id = haki.org() and case_id = :case and kind <> 'step' order by happened_at desc, id desc")
                .param("case", caseId)
                .query(WindowEntryRepository::row)
                .list();
    }

    /** Those made at a window, the newest first. */
    List<Row> at(UUID window) {
        return jdbc.sql("select * from haki.window_entry where org_id = haki.org() and window_id = :window order by happened_at desc, id desc")
                .param("window", window)
                .query(WindowEntryRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                id(row, "id"),
                id(row, "case_id"),
                id(row, "window_id"),
                id(row, "by_org"),
                id(row, "by_person"),
                row.getString("kind"),
                row.getString("service"),
                id(row, "activity_id"),
                row.getString("did"),
                row.getString("result"),
                Sealed.of(row.getBytes("sealed")),
                instant(row, "happened_at"),
                instant(row, "recorded_at"));
    }
}
