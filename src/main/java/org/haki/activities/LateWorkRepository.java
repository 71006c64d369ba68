package org.haki.activities;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.activities.LateWork.OfKind;
import org.haki.activities.LateWork.OfPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LateWorkRepository {

    private final JdbcClient jdbc;

    LateWorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OfKind> byKind(LocalDate today) {
        return jdbc.sql("""
                        select kind, hard,
                               count(*) filter (where :today - due_on <= 3) as up_to_three,
                               count(*) filter (where :today - due_on between 4 and 7) as up_to_seven,
                               count(*) filter (where :today - due_on > 7) as longer
                        from haki.activity where org_id = haki.org() and state = 'planned' and due_on < :today
                        group by kind, hard order by hard desc, count(*) desc, kind""")
                .param("today", today)
                .query((row, _) -> new OfKind(
                        row.getString("kind"), row.getBoolean("hard"), row.getLong("up_to_three"),
                        row.getLong("up_to_seven"), row.getLong("longer")))
                .list();
    }

    List<OfPerson> byPerson(LocalDate today) {
        return jdbc.sql("""
                        select assignee_id, count(*) filter (where due_on < :today) as late,
                               coalesce(max(:today - due_on) filter (where due_on < :today), 0) as longest,
                               count(*) filter (where due_on between :today and :today + 7) as soon
                        from haki.activity where org_id = haki.org() and state = 'planned' and due_on <= :today + 7
                          and assignee_org is null
                        group by assignee_id""")
                .param("today", today)
                .query((row, _) -> new OfPerson(
                        row.getObject("assignee_id", UUID.class), row.getLong("late"), row.getInt("longest"), row.getLong("soon")))
                .list();
    }

    Map<UUID, Long> byCase(LocalDate today) {
        var late = new HashMap<UUID, Long>();
        jdbc.sql("""
                        select case_id, count(*) as late from haki.activity
                        where org_id = haki.org() and state = 'planned' and due_on < :today
                        group by case_id""")
                .param("today", today)
                .query(row -> {
                    late.put(row.getObject("case_id", UUID.class), row.getLong("late"));
                });
        return late;
    }

    long casesLate(LocalDate today) {
        return jdbc.sql("""
                        select count(distinct case_id) from haki.activity
                        where org_id = haki.org() and state = 'planned' and due_on < :today""")
                .param("today", today)
                .query(Long.class)
                .single();
    }

    List<LateWork.Step> steps(LocalDate from, LocalDate to, String kind, String person, int most) {
        return jdbc.sql("""
                        select id, case_id, kind, due_on, assignee_id from haki.activity
                        where org_id = haki.org() and state = 'planned' and due_on between :from and :to
                          and (:kind = '' or kind = :kind)
                          and (:person = '' or assignee_org is null and coalesce(assignee_id::text, 'nobody') = :person)
                        order by due_on, id limit :most""")
                .param("from", from)
                .param("to", to)
                .param("kind", kind)
                .param("person", person)
                .param("most", most)
                .query((row, _) -> new LateWork.Step(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("kind"),
                        row.getObject("due_on", LocalDate.class), row.getObject("assignee_id", UUID.class)))
                .list();
    }
}
