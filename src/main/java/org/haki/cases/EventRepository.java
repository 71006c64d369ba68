package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EventRepository {

    private final JdbcClient jdbc;

    EventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Actor actor, UUID caseId, String act, Object subject, String reason) {
        jdbc.sql("""
                        insert into haki.case_event (org_id, id, case_id, at, person_id, act, subject, reason)
                        values (haki.org(), :id, :case, clock_timestamp(), :person, :act, :subject, :reason)""")
                .param("id", Id.next())
                .param("case", caseId)
                .param("person", actor.person())
                .param("act", act)
                .param("subject", subject == null ? "" : subject.toString())
                .param("reason", reason)
                .update();
    }

    /** The oldest first. */
    List<CaseEvent> of(UUID caseId) {
        return jdbc.sql("""
                        select id, at, person_id, by_org, act, subject, reason from haki.case_event
                        where org_id = haki.org() and case_id = :case
                        order by at, id""")
                .param("case", caseId)
                .query((row, _) -> new CaseEvent(
                        id(row, "id"),
                        instant(row, "at"),
                        id(row, "person_id"),
                        id(row, "by_org"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("reason")))
                .list();
    }
}
