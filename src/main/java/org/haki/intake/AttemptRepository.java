package org.haki.intake;

import static org.haki.intake.IntakeRepository.instant;
import static org.haki.intake.IntakeRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AttemptRepository {

    private final JdbcClient jdbc;

    AttemptRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Attempt attempt) {
        jdbc.sql("""
                        insert into haki.intake_attempt
                            (org_id, id, intake_id, planned_for, assignee_id, done_at, done_by, outcome, note)
                        values (haki.org(), :id, :intake, :planned, :assignee, :done, :by, :outcome, :note)""")
                .param("id", attempt.id())
                .param("intake", attempt.intake())
                .param("planned", utc(attempt.plannedFor()))
                .param("assignee", attempt.assignee())
                .param("done", utc(attempt.doneAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", attempt.doneBy(), java.sql.Types.OTHER)
                .param("outcome", attempt.outcome())
                .param("note", attempt.note() == null ? null : attempt.note().bytes(), java.sql.Types.BINARY)
                .update();
    }

    List<Attempt> of(Collection<UUID> intakes) {
        return jdbc.sql("""
                        select * from haki.intake_attempt where org_id = haki.org() and intake_id = any (:intakes)
                        order by planned_for, id""")
                .param("intakes", intakes.toArray(UUID[]::new))
                .query(AttemptRepository::attempt)
                .list();
    }

    int log(UUID id, UUID intake, String outcome, Instant at, UUID by, Sealed note) {
        return jdbc.sql("""
                        update haki.intake_attempt
                        set outcome = :outcome, done_at = :at, done_by = :by, note = :note
                        where org_id = haki.org() and id = :id and intake_id = :intake and done_at is null""")
                .param("id", id)
                .param("intake", intake)
                .param("outcome", outcome)
                .param("at", utc(at))
                .param("by", by)
                .param("note", note == null ? null : note.bytes(), java.sql.Types.BINARY)
                .update();
    }

    void reseal(UUID id, Sealed note) {
        jdbc.sql("update haki.intake_attempt set note = :note where org_id = haki.org() and id = :id")
                .param("id", id)
                .param("note", note.bytes())
                .update();
    }

    void eraseNotes(Collection<UUID> intakes) {
        jdbc.sql("update haki.intake_attempt set note = null where org_id = haki.org() and intake_id = any (:intakes)")
                .param("intakes", intakes.toArray(UUID[]::new))
                .update();
    }

    /** What this person is to call until then, the earliest first. */
    List<ForToday.Call> plannedFor(UUID person, Instant until) {
        return jdbc.sql("""
                        select a.id, i.code, a.planned_for from haki.intake_attempt a
                        join haki.intake i on i.org_id = a.org_id and i.id = a.intake_id
                        where a.org_id = haki.org() and a.assignee_id = :person and a.done_at is null
                          and a.planned_for < :until and i.decided_at is null
                        order by a.planned_for, a.id""")
                .param("person", person)
                .param("until", utc(until))
                .query((row, _) -> new ForToday.Call(row.getObject("id", UUID.class), row.getString("code"), instant(row, "planned_for")))
                .list();
    }

    /** How the calls planned from the first moment until the last went, apart for those before the second. */
    List<IntakeFigures.Calls> figures(Instant before, Instant from, Instant until) {
        return jdbc.sql("""
                        select a.outcome, a.planned_for >= :from as now, count(*) as number from haki.intake_attempt a
                        join haki.intake i on i.org_id = a.org_id and i.id = a.intake_id
                        where a.org_id = haki.org() and a.planned_for >= :before and a.planned_for < :until
                        group by 1, 2""")
                .param("before", utc(before))
                .param("from", utc(from))
                .param("until", utc(until))
                .query((row, _) -> new IntakeFigures.Calls(row.getString("outcome"), row.getBoolean("now"), row.getLong("number")))
                .list();
    }

    private static Attempt attempt(ResultSet row, int number) throws SQLException {
        return new Attempt(
                row.getObject("id", UUID.class),
                row.getObject("intake_id", UUID.class),
                instant(row, "planned_for"),
                row.getObject("assignee_id", UUID.class),
                instant(row, "done_at"),
                row.getObject("done_by", UUID.class),
                row.getString("outcome"),
                Sealed.of(row.getBytes("note")));
    }
}
