package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Id;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PartyRepository {

    record Row(UUID id, UUID caseId, UUID person, String role, Instant since) {}

    private final JdbcClient jdbc;

    PartyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Answers how many were added: 1, or 0 where this person already has this role here. */
    int add(UUID caseId, UUID person, String role, UUID by) {
        return jdbc.sql("""
                        insert into haki.case_party (org_id, id, case_id, person_id, role, by_person)
                        values (haki.org(), :id, :case, :person, :role, :by)
                        on conflict (org_id, case_id, person_id, role) where until is null do nothing""")
                .param("id", Id.next())
                .param("case", caseId)
                .param("person", person)
                .param("role", role)
                .param("by", by)
                .update();
    }

    int end(UUID caseId, UUID party) {
        return jdbc.sql("""
                        update haki.case_party set until = now()
                        where org_id = haki.org() and case_id = :case and id = :id and until is null""")
                .param("case", caseId)
                .param("id", party)
                .update();
    }

    List<Row> of(UUID caseId) {
        return jdbc.sql("""
                        select id, case_id, person_id, role, since from haki.case_party
                        where org_id = haki.org() and case_id = :case and until is null
                        order by since, id""")
                .param("case", caseId)
                .query(PartyRepository::row)
                .list();
    }

    /** Where these people are now, the latest first, with the case: those that the actor may see. */
    List<Place> ofPeople(Collection<UUID> people) {
        return jdbc.sql("""
                        select f.*, p.person_id as party_person, p.role as party_role
                        from haki.case_party p
                        join haki.case_file f on f.org_id = p.org_id and f.id = p.case_id
                        where p.org_id = haki.org() and p.person_id = any (:people) and p.until is null
                        order by p.since desc, p.id desc""")
                .param("people", people.toArray(UUID[]::new))
                .query((row, number) -> new Place(
                        id(row, "party_person"), row.getString("party_role"), CaseFileRepository.caseFile(row, number)))
                .list();
    }

    /** Those who were ever in this case, and for each whether every case she was ever in is fenced. */
    List<Fence> fences(UUID caseId) {
        return jdbc.sql("""
                        select p.person_id, bool_and(c.fenced) as fenced
                        from haki.case_party p
                        join haki.case_file c on c.org_id = p.org_id and c.id = p.case_id
                        where p.org_id = haki.org() and p.person_id in
                            (select person_id from haki.case_party where org_id = haki.org() and case_id = :case)
                        group by p.person_id""")
                .param("case", caseId)
                .query((row, _) -> new Fence(id(row, "person_id"), row.getBoolean("fenced")))
                .list();
    }

    /** Somebody's part in a case. */
    record Place(UUID person, String role, CaseFile file) {}

    record Fence(UUID person, boolean fenced) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(id(row, "id"), id(row, "case_id"), id(row, "person_id"), row.getString("role"), instant(row, "since"));
    }
}
