package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;
import static org.haki.cases.CaseFileRepository.utc;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TeamRepository {

    record Place(UUID person, String role, String typeRole, Instant since, Instant until) {}

    private final JdbcClient jdbc;

    TeamRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void join(UUID caseId, UUID person, String role, Instant until, UUID by) {
        join(caseId, person, role, "", until, by);
    }

    /** As above, with a role of the case's type beside the one in the team. */
    void join(UUID caseId, UUID person, String role, String typeRole, Instant until, UUID by) {
        jdbc.sql("""
                        insert into haki.case_team (org_id, case_id, person_id, role, type_role, until, by_person, id)
                        values (haki.org(), :case, :person, :role, :typeRole, :until, :by, :id)""")
                .param("case", caseId)
                .param("person", person)
                .param("role", role)
                .param("typeRole", typeRole)
                .param("until", utc(until))
                .param("by", by)
                .param("id", Id.next())
                .update();
    }

    /** Ends every place of this person in the team; answers how many there were. */
    int leave(UUID caseId, UUID person) {
        return jdbc.sql("""
                        update haki.case_team set until = now()
                        where org_id = haki.org() and case_id = :case and person_id = :person
                          and (until is null or until > now())""")
                .param("case", caseId)
                .param("person", person)
                .update();
    }

    /** The team as it is now, the owner first. */
    List<Place> of(UUID caseId) {
        return jdbc.sql("""
                        select distinct on (person_id) person_id, role, type_role, since, until
                        from haki.case_team
                        where org_id = haki.org() and case_id = :case and (until is null or until > now())
                        order by person_id, until desc nulls first""")
                .param("case", caseId)
                .query((row, _) -> new Place(
                        id(row, "person_id"), row.getString("role"), row.getString("type_role"), instant(row, "since"), instant(row, "until")))
                .list();
    }

    /**
     * The open cases that came to this person since then: somebody else made her the owner, disputed the closing of her case, or
     * joined a further report to it.
     */
    List<Teams.Given> givenTo(UUID person, Instant since) {
        return jdbc.sql("""
                        select t.case_id, t.by_person, t.since, 'given' as what from haki.case_team t
                        join haki.case_file f on f.org_id = t.org_id and f.id = t.case_id
                        where t.org_id = haki.org() and t.person_id = :person and t.role = 'owner' and t.until is null
                          and t.since >= :since and t.by_person <> t.person_id and f.status = 'open'
                        union all
                        select e.case_id, e.person_id, e.at, e.act from haki.case_file f
                        join haki.case_event e on e.org_id = f.org_id and e.case_id = f.id
                        where f.org_id = haki.org() and f.owner_id = :person and f.status = 'open'
                          and e.act = 'disputed' and e.at >= :since
                        union all
                        select n.case_id, n.author_id, n.recorded_at, 'joined' from haki.case_file f
                        join haki.case_note n on n.org_id = f.org_id and n.case_id = f.id
                        where f.org_id = haki.org() and f.owner_id = :person and f.status = 'open'
                          and n.kind = 'narrative' and n.amends is null and n.happened_at <> f.received_at
                          and n.recorded_at >= :since and n.by_org = n.org_id and n.author_id <> :person
                        order by 3 desc""")
                .param("person", person)
                .param("since", utc(since))
                .query((row, _) -> new Teams.Given(
                        id(row, "case_id"), id(row, "by_person"), instant(row, "since"), row.getString("what")))
                .list();
    }
}
