package org.haki.activities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What comes after what, and which date was which before. */
@Repository
class OrderRepository {

    private final JdbcClient jdbc;

    OrderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<ActivityOrder.Edge> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select o.before_id, o.after_id from haki.activity_order o
                        join haki.activity a on a.org_id = o.org_id and a.id = o.after_id
                        where o.org_id = haki.org() and a.case_id = :case""")
                .param("case", caseId)
                .query((row, _) -> new ActivityOrder.Edge(
                        row.getObject("before_id", UUID.class), row.getObject("after_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    void insert(UUID before, UUID after) {
        jdbc.sql("""
                        insert into haki.activity_order (org_id, before_id, after_id) values (haki.org(), :before, :after)
                        on conflict do nothing""")
                .param("before", before)
                .param("after", after)
                .update();
    }

    void delete(UUID before, UUID after) {
        jdbc.sql("delete from haki.activity_order where org_id = haki.org() and before_id = :before and after_id = :after")
                .param("before", before)
                .param("after", after)
                .update();
    }

    void clearBefore(UUID after) {
        jdbc.sql("delete from haki.activity_order where org_id = haki.org() and after_id = :after")
                .param("after", after)
                .update();
    }

    /** What waited for the old one waits for the new one; what the old one waited for, the new one does. */
    void handOver(UUID old, UUID fresh) {
        jdbc.sql("""
                        insert into haki.activity_order (org_id, before_id, after_id)
                        select org_id, case when before_id = :old then :fresh::uuid else before_id end,
                               case when after_id = :old then :fresh::uuid else after_id end
                        from haki.activity_order where org_id = haki.org() and (before_id = :old or after_id = :old)""")
                .param("old", old)
                .param("fresh", fresh)
                .update();
        jdbc.sql("delete from haki.activity_order where org_id = haki.org() and (before_id = :old or after_id = :old)")
                .param("old", old)
                .update();
    }

    void insertMove(Activity before, String reason, UUID person) {
        jdbc.sql("""
                        insert into haki.activity_move (org_id, id, case_id, activity_id, due_on, due_at, reason, by_person)
                        values (haki.org(), :id, :case, :activity, :on, :at, :reason, :person)""")
                .param("id", Id.next())
                .param("case", before.caseId())
                .param("activity", before.id())
                .param("on", before.dueOn(), Types.DATE)
                .param("at", before.dueAt() == null ? null : before.dueAt().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason)
                .param("person", person, Types.OTHER)
                .update();
    }

    List<Move> moves(UUID activity) {
        return jdbc.sql("""
                        select due_on, due_at, reason, by_person, at from haki.activity_move
                        where org_id = haki.org() and activity_id = :activity order by at, id""")
                .param("activity", activity)
                .query(OrderRepository::mapMove)
                .list();
    }

    private static Move mapMove(ResultSet row, int number) throws SQLException {
        var dueAt = row.getTimestamp("due_at");
        return new Move(
                row.getObject("due_on", LocalDate.class),
                dueAt == null ? null : dueAt.toInstant(),
                row.getString("reason"),
                row.getObject("by_person", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
