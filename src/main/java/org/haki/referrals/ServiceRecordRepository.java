package org.haki.referrals;

import static org.haki.referrals.CaseWindowRepository.id;
import static org.haki.referrals.CaseWindowRepository.instant;
import static org.haki.referrals.CaseWindowRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServiceRecordRepository {

    private final JdbcClient jdbc;

    ServiceRecordRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers how many were written: 0 where this window has one already. */
    int insert(ServiceRecord record) {
        return jdbc.sql("""
                        insert into haki.service_record (org_id, id, window_id, owner_org, code, office_id, person_id, method, by_whom, opened_by)
                        values (haki.org(), :id, :window, :owner, :code, :office, :person, :method, :byWhom, :by)
                        on conflict (org_id, window_id) do nothing""")
                .param("id", record.id())
                .param("window", record.window())
                .param("owner", record.ownerOrg())
                .param("code", record.code())
                .param("office", record.office())
                .param("person", record.person())
                .param("method", record.method())
                .param("byWhom", record.byWhom())
                .param("by", record.openedBy())
                .update();
    }

    Optional<ServiceRecord> at(UUID window) {
        return jdbc.sql("select * from haki.service_record where org_id = haki.org() and window_id = :window")
                .param("window", window)
                .query(ServiceRecordRepository::record)
                .optional();
    }

    /** The newest first, from before this moment and id on. */
    List<ServiceRecord> list(Instant before, UUID beforeId, int limit) {
        return jdbc.sql("""
                        select * from haki.service_record
                        where org_id = haki.org() and (opened_at, id) < (:at, :id)
                        order by opened_at desc, id desc limit :limit""")
                .param("at", utc(before))
                .param("id", beforeId)
                .param("limit", limit)
                .query(ServiceRecordRepository::record)
                .list();
    }

    private static ServiceRecord record(ResultSet row, int number) throws SQLException {
        return new ServiceRecord(
                id(row, "id"),
                id(row, "window_id"),
                id(row, "owner_org"),
                row.getString("code"),
                id(row, "office_id"),
                id(row, "person_id"),
                row.getString("method"),
                row.getString("by_whom"),
                instant(row, "opened_at"),
                id(row, "opened_by"));
    }
}
