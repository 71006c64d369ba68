package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ConsentRepository {

    record Row(UUID id, Decision decision, Instant at, UUID by) {}

    private final JdbcClient jdbc;

    ConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, UUID caseId, Decision said, Sealed witness, UUID by) {
        jdbc.sql("""
                        insert into haki.consent (org_id, id, case_id, purpose, decision, method, by_whom, assent, witness,
                            text_version, language, text_shown, decided_at, recorded_by)
                        values (haki.org(), :id, :case, :purpose, :decision, :method, :byWhom, :assent, :witness,
                            :text, :language, :shown, clock_timestamp(), :by)""")
                .param("id", id)
                .param("case", caseId)
                .param("purpose", said.purpose())
                .param("decision", said.decision())
                .param("method", said.method())
                .param("byWhom", said.byWhom())
                .param("assent", said.assent())
                .param("witness", witness == null ? null : witness.bytes(), Types.BINARY)
                .param("shown", "ConsentText." + said.purpose())
                .param("text", Decision.TEXT_VERSION)
                .param("language", said.language())
                .param("by", by)
                .update();
    }

    /** Every decision, the oldest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("""
                        select id, purpose, decision, method, by_whom, assent, language, decided_at, recorded_by from haki.consent
                        where org_id = haki.org() and case_id = :case and purpose in ('services', 'reporting', 'followup')
                        order by decided_at, id""")
                .param("case", caseId)
                .query((row, _) -> new Row(
                        id(row, "id"),
                        new Decision(
                                row.getString("purpose"),
                                row.getString("decision"),
                                row.getString("method"),
                                row.getString("by_whom"),
                                row.getString("assent"),
                                "",
                                row.getString("language")),
                        instant(row, "decided_at"),
                        id(row, "recorded_by")))
                .list();
    }

    /** The age group of the client of the window at work. */
    String windowedAge() {
        return jdbc.sql("select coalesce(haki.windowed_age(), 'unknown')").query(String.class).single();
    }

    /** The latest decision for this purpose; "not_yet_asked" where there is none. */
    String latest(UUID caseId, String purpose) {
        return jdbc.sql("""
                        select decision from haki.consent
                        where org_id = haki.org() and case_id = :case and purpose = :purpose
                        order by decided_at desc, id desc
                        limit 1""")
                .param("case", caseId)
                .param("purpose", purpose)
                .query(String.class)
                .optional()
                .orElse("not_yet_asked");
    }
}
