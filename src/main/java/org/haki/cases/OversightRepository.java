package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases that one watches over without reading them; the functions check role and office themselves. */
@Repository
class OversightRepository {

    record Row(UUID id, String code, UUID person, Instant at, Instant until, String reason, UUID told) {}

    private final JdbcClient jdbc;

    OversightRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KnownCase> known(String code, UUID colleague) {
        return jdbc.sql("select * from haki.case_known(:code, :colleague)")
                .param("code", code)
                .param("colleague", colleague)
                .query((row, _) -> new KnownCase(
                        id(row, "id"), id(row, "office_id"), row.getString("status"), row.getBoolean("fenced"), row.getBoolean("on_team")))
                .optional();
    }

    /** Puts the person at work on the case's team for 60 minutes; false where there is no such case for her. */
    boolean breakGlass(String code, String reason, UUID told) {
        return jdbc.sql("select haki.break_glass(:id, :place, :code, :reason, :told)")
                .param("id", Id.next())
                .param("place", Id.next())
                .param("code", code)
                .param("reason", reason)
                .param("told", told, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** What others opened and nobody looked at yet, the oldest first. */
    List<Row> waiting(UUID reviewer) {
        return jdbc.sql("""
                        select id, code, person_id, at, until, reason, told_id from haki.break_glass
                        where org_id = haki.org() and reviewed_by is null and person_id <> :reviewer
                        order by at, id""")
                .param("reviewer", reviewer)
                .query((row, _) -> new Row(
                        id(row, "id"), row.getString("code"), id(row, "person_id"), instant(row, "at"), instant(row, "until"),
                        row.getString("reason"), id(row, "told_id")))
                .list();
    }

    /** Answers the case's id, or nothing where the reviewer may not sign it or somebody has. */
    Optional<UUID> review(UUID glass, UUID reviewer) {
        return jdbc.sql("""
                        update haki.break_glass set reviewed_by = :reviewer, reviewed_at = now()
                        where org_id = haki.org() and id = :id and reviewed_by is null
                        returning case_id""")
                .param("reviewer", reviewer)
                .param("id", glass)
                .query(UUID.class)
                .optional();
    }
}
