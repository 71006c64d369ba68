package org.haki.intake;

import static org.haki.intake.IntakeRepository.instant;
import static org.haki.intake.IntakeRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The register of consults, as this person may read it: row policies say which. */
@Repository
class WalkInRepository {

    /** Advice that was given, and the intake it was given to. */
    record Row(UUID id, Instant at, UUID intake, String topic, String service, String sex, String ageGroup, UUID by) {}

    private final JdbcClient jdbc;

    WalkInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first, before this place in the list. */
    List<Row> before(Instant at, UUID id, int limit) {
        return jdbc.sql("""
                        select * from haki.intake_consult
                        where org_id = haki.org() and (at, id) < (:at, :id)
                        order by at desc, id desc limit :limit""")
                .param("at", utc(at))
                .param("id", id)
                .param("limit", limit)
                .query(WalkInRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getObject("id", UUID.class), instant(row, "at"), row.getObject("intake_id", UUID.class), row.getString("topic"),
                row.getString("service"), row.getString("sex"), row.getString("age_group"), row.getObject("by_person", UUID.class));
    }
}
