package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How long cases are kept, holds, and proposals to destroy. What destroying means is said in the database alone. */
@Repository
class PurgeRepository {

    /** A proposal to destroy. */
    record Proposal(UUID id, UUID caseId, String ground, UUID by, Instant at) {}

    /** A hold that stands. */
    record Hold(String reason, UUID by, Instant at) {}

    /** A case of which the shell is left. */
    record Purged(String code, String ground, UUID by, UUID and, Instant at) {}

    /** A case in the list of those whose time is over. */
    record Due(UUID caseId, LocalDate due, Integer keptYears, UUID proposedBy, String ground, boolean held) {}

    private final JdbcClient jdbc;

    PurgeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void due(UUID caseId, LocalDate day) {
        jdbc.sql("update haki.case_file set purge_due = :day where org_id = haki.org() and id = :id")
                .param("day", day, java.sql.Types.DATE)
                .param("id", caseId)
                .update();
    }

    Optional<LocalDate> due(UUID caseId) {
        return jdbc.sql("select purge_due from haki.case_file where org_id = haki.org() and id = :id and purge_due is not null")
                .param("id", caseId)
                .query(LocalDate.class)
                .optional();
    }

    /** Archived cases whose years are over or that somebody proposed, the longest overdue first; kept ones last. */
    List<Due> due(LocalDate today, int limit) {
        return jdbc.sql("""
                        select f.id, f.purge_due, c.kept_years, p.proposed_by, p.ground, h.id is not null as held
                        from haki.case_file f
                        left join haki.case_closure c on c.org_id = f.org_id and c.case_id = f.id and c.ended_at is null
                        left join haki.case_purge p on p.org_id = f.org_id and p.case_id = f.id and p.ended_at is null
                        left join haki.case_hold h on h.org_id = f.org_id and h.case_id = f.id and h.lifted_at is null
                        where f.org_id = haki.org() and f.status = 'archived' and (f.purge_due <= :today or p.id is not null)
                        order by h.id is not null, p.id is null, f.purge_due, f.id
                        limit :limit""")
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> new Due(id(row, "id"), row.getObject("purge_due", LocalDate.class),
                        row.getObject("kept_years", Integer.class), id(row, "proposed_by"),
                        row.getString("ground"), row.getBoolean("held")))
                .list();
    }

    Optional<Hold> hold(UUID caseId) {
        return jdbc.sql("""
                        select reason, set_by, set_at from haki.case_hold
                        where org_id = haki.org() and case_id = :case and lifted_at is null""")
                .param("case", caseId)
                .query((row, _) -> new Hold(row.getString("reason"), id(row, "set_by"), instant(row, "set_at")))
                .optional();
    }

    /** Answers 0 where a hold stands already. */
    int hold(UUID caseId, String reason, UUID by) {
        return jdbc.sql("""
                        insert into haki.case_hold (org_id, id, case_id, reason, set_by) values (haki.org(), :id, :case, :reason, :by)
                        on conflict (org_id, case_id) where lifted_at is null do nothing""")
                .param("id", Id.next())
                .param("case", caseId)
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    int lift(UUID caseId, String reason, UUID by) {
        return jdbc.sql("""
                        update haki.case_hold set lifted_by = :by, lifted_at = now(), lift_reason = :reason
                        where org_id = haki.org() and case_id = :case and lifted_at is null""")
                .param("case", caseId)
                .param("reason", reason)
                .param("by", by)
                .update();
    }

    Optional<Proposal> proposal(UUID caseId) {
        return jdbc.sql("""
                        select id, case_id, ground, proposed_by, proposed_at from haki.case_purge
                        where org_id = haki.org() and case_id = :case and ended_at is null""")
                .param("case", caseId)
                .query((row, _) -> new Proposal(id(row, "id"), id(row, "case_id"), row.getString("ground"), id(row, "proposed_by"),
                        instant(row, "proposed_at")))
                .optional();
    }

    /** Answers 0 where one stands already. */
    int propose(UUID id, UUID caseId, String ground, UUID by) {
        return jdbc.sql("""
                        insert into haki.case_purge (org_id, id, case_id, ground, proposed_by)
                        values (haki.org(), :id, :case, :ground, :by)
                        on conflict (org_id, case_id) where ended_at is null do nothing""")
                .param("id", id)
                .param("case", caseId)
                .param("ground", ground)
                .param("by", by)
                .update();
    }

    int withdraw(UUID caseId, UUID by) {
        return jdbc.sql("""
                        update haki.case_purge set ended_at = now(), ended_by = :by, ended_how = 'withdrawn'
                        where org_id = haki.org() and case_id = :case and ended_at is null""")
                .param("case", caseId)
                .param("by", by)
                .update();
    }

    /** Why it may not be destroyed now, as a word. */
    Optional<String> hindrance(UUID caseId, String ground) {
        return Optional.ofNullable(jdbc.sql("select haki.purge_hindrance(:case, :ground)")
                .param("case", caseId)
                .param("ground", ground)
                .query((row, _) -> row.getString(1))
                .list()
                .getFirst());
    }

    /** Agrees and destroys; answers whether it did. */
    boolean purge(UUID caseId) {
        return jdbc.sql("select haki.purge(:case)").param("case", caseId).query(Boolean.class).single();
    }

    /** What was destroyed, the latest first. */
    List<Purged> purged(int limit) {
        return jdbc.sql("""
                        select f.code, p.ground, p.proposed_by, p.ended_by, p.ended_at from haki.case_purge p
                        join haki.case_file f on f.org_id = p.org_id and f.id = p.case_id
                        where p.org_id = haki.org() and p.ended_how = 'purged'
                        order by p.ended_at desc, p.id desc limit :limit""")
                .param("limit", limit)
                .query(PurgeRepository::purged)
                .list();
    }

    private static Purged purged(ResultSet row, int number) throws SQLException {
        return new Purged(row.getString("code"), row.getString("ground"), id(row, "proposed_by"), id(row, "ended_by"),
                instant(row, "ended_at"));
    }
}
