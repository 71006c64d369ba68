package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClosureRepository {

    /**
     * A proposal; {@code keptYears} is what the client chose or {@code null}, {@code byOrg} the organisation that leads the case,
     * where one of its people made it, {@code draw} what came of the draw where the type is checked by sample.
     */
    record Row(
            UUID id,
            UUID caseId,
            String outcome,
            String reason,
            String serviceLevel,
            Sealed remark,
            boolean toldReturn,
            Integer keptYears,
            UUID verifier,
            UUID proposedBy,
            UUID byOrg,
            Instant proposedAt,
            Instant endedAt,
            String endedHow,
            String draw) {}

    /** A check of a closing by somebody else; the note is sealed. */
    record Check(UUID id, UUID caseId, UUID closure, String result, String spokenWith, Integer attempts, Sealed note, UUID by, Instant at) {}

    /** A proposal beside its last check, which is {@code null} where there is none. */
    record Closing(Row closure, String result, Integer attempts, UUID by, Instant at) {}

    /** A place in the list of all. */
    record Mark(Instant at, UUID id) {
        static final Mark NEWEST = new Mark(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
    }

    private final JdbcClient jdbc;

    ClosureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row closure) {
        jdbc.sql("""
                        insert into haki.case_closure (org_id, id, case_id, outcome, reason, service_level, remark, told_return,
                            kept_years, verifier_id, proposed_by, draw)
                        values (haki.org(), :id, :case, :outcome, :reason, :level, :remark, :told, :years, :verifier, :by, :draw)""")
                .param("id", closure.id())
                .param("case", closure.caseId())
                .param("outcome", closure.outcome())
                .param("reason", closure.reason())
                .param("level", closure.serviceLevel())
                .param("remark", closure.remark() == null ? null : closure.remark().bytes())
                .param("told", closure.toldReturn())
                .param("years", closure.keptYears(), Types.INTEGER)
                .param("verifier", closure.verifier())
                .param("by", closure.proposedBy())
                .param("draw", closure.draw())
                .update();
    }

    /** In how many cases of this type a proposal of this worker was drawn because she was new to it. */
    int drawnAsNew(UUID worker, String type) {
        return jdbc.sql("""
                        select count(distinct c.case_id) from haki.case_closure c
                        join haki.case_file f on f.org_id = c.org_id and f.id = c.case_id
                        where c.org_id = haki.org() and c.proposed_by = :worker and c.draw = 'new_worker' and f.case_type = :type""")
                .param("worker", worker)
                .param("type", type)
                .query(Integer.class)
                .single();
    }

    /** Ends the closure that stands: it was withdrawn, disputed, or undone by reopening. */
    void end(UUID caseId, String how) {
        jdbc.sql("""
                        update haki.case_closure set ended_at = now(), ended_how = :how
                        where org_id = haki.org() and case_id = :case and ended_at is null""")
                .param("how", how)
                .param("case", caseId)
                .update();
    }

    /** The closure that stands. */
    Optional<Row> now(UUID caseId) {
        return of(caseId).stream().filter(closure -> closure.endedAt() == null).findFirst();
    }

    /** Every closure, the oldest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("select * from haki.case_closure where org_id = haki.org() and case_id = :case order by proposed_at, id")
                .param("case", caseId)
                .query(ClosureRepository::row)
                .list();
    }

    /** The cases whose closing one of these colleagues was asked to check, the longest waiting first. */
    List<UUID> waitingFor(Collection<UUID> verifiers) {
        return jdbc.sql("""
                        select c.case_id from haki.case_closure c
                        join haki.case_file f on f.org_id = c.org_id and f.id = c.case_id
                        where c.org_id = haki.org() and c.ended_at is null and f.status = 'closing'
                          and (c.verifier_id is null or c.verifier_id = any (:verifiers))
                          and c.proposed_by <> haki.person() and f.owner_id is distinct from haki.person()
                        order by c.proposed_at, c.id""")
                .param("verifiers", verifiers.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    void insert(Check check) {
        jdbc.sql("""
                        insert into haki.case_verification (org_id, id, case_id, closure_id, result, spoken_with, attempts, note, by_person)
                        values (haki.org(), :id, :case, :closure, :result, :with, :attempts, :note, :by)""")
                .param("id", check.id())
                .param("case", check.caseId())
                .param("closure", check.closure())
                .param("result", check.result())
                .param("with", check.spokenWith())
                .param("attempts", check.attempts())
                .param("note", check.note() == null ? null : check.note().bytes())
                .param("by", check.by())
                .update();
    }

    /** Every check, the oldest first. */
    List<Check> checksOf(UUID caseId) {
        return jdbc.sql("select * from haki.case_verification where org_id = haki.org() and case_id = :case order by at, id")
                .param("case", caseId)
                .query((row, _) -> new Check(
                        id(row, "id"),
                        id(row, "case_id"),
                        id(row, "closure_id"),
                        row.getString("result"),
                        row.getString("spoken_with"),
                        row.getObject("attempts", Integer.class),
                        Sealed.of(row.getBytes("note")),
                        id(row, "by_person"),
                        instant(row, "at")))
                .list();
    }

    /** Every proposal with its last check, the newest first, after this mark. */
    List<Closing> newest(Mark after, int limit) {
        return jdbc.sql("""
                        select c.*, v.result, v.attempts, v.by_person, v.at
                        from haki.case_closure c left join lateral (
                            select result, attempts, by_person, at from haki.case_verification
                            where org_id = c.org_id and closure_id = c.id order by at desc, id desc limit 1) v on true
                        where c.org_id = haki.org() and (c.proposed_at, c.id) < (:at, :id)
                        order by c.proposed_at desc, c.id desc limit :limit""")
                .param("at", CaseFileRepository.utc(after.at()))
                .param("id", after.id())
                .param("limit", limit)
                .query((row, number) -> new Closing(row(row, number), row.getString("result"), row.getObject("attempts", Integer.class),
                        id(row, "by_person"), instant(row, "at")))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                id(row, "id"),
                id(row, "case_id"),
                row.getString("outcome"),
                row.getString("reason"),
                row.getString("service_level"),
                Sealed.of(row.getBytes("remark")),
                row.getBoolean("told_return"),
                row.getObject("kept_years", Integer.class),
                id(row, "verifier_id"),
                id(row, "proposed_by"),
                id(row, "by_org"),
                instant(row, "proposed_at"),
                instant(row, "ended_at"),
                row.getString("ended_how"),
                row.getString("draw"));
    }
}
