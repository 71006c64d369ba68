package org.haki.cases;

import static org.haki.cases.CaseFileRepository.id;
import static org.haki.cases.CaseFileRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.kernel.Actor;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SharingConsentRepository {

    /** A decision as it lies there; the witness is sealed. */
    record Row(UUID id, ConsentToShare said, Sealed witness, Instant at, Instant until, UUID by) {

        SharingConsents.Recorded opened(String name) {
            var whole = new ConsentToShare(
                    said.purpose(), said.toOrg(), said.toName(), said.decision(), said.sections(), null, said.method(),
                    said.byWhom(), said.assent(), name == null ? "" : name, said.language());
            return new SharingConsents.Recorded(id, whole, at, until, by);
        }
    }

    private final JdbcClient jdbc;

    SharingConsentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The end of its last day, in the zone of the case, but never more than 365 days from now. */
    void add(UUID id, UUID caseId, ConsentToShare said, Sealed witness, Actor actor) {
        jdbc.sql("""
                        insert into haki.consent (org_id, id, case_id, by_org, purpose, decision, method, by_whom, text_version,
                            language, decided_at, recorded_by, to_org, to_name, sections, expires_at, assent, witness, text_shown)
                        select haki.org(), :id, :case, :byOrg, :purpose, :decision, :method, :byWhom, :text, :language,
                            now_is, :by, :toOrg, :toName, :sections,
                            least((:until::date + 1)::timestamp at time zone :zone, now_is + interval '365 days'), :assent, :witness, :shown
                        from (select clock_timestamp() as now_is) moment""")
                .param("id", id)
                .param("case", caseId)
                .param("byOrg", actor.window() == null ? actor.org() : actor.window().org())
                .param("purpose", said.purpose())
                .param("decision", said.decision())
                .param("method", said.method())
                .param("byWhom", said.byWhom())
                .param("text", Decision.TEXT_VERSION)
                .param("language", said.language())
                .param("by", actor.person())
                .param("toOrg", said.toOrg(), Types.OTHER)
                .param("toName", said.toName())
                .param("sections", said.sections().toArray(String[]::new))
                .param("until", said.until(), Types.DATE)
                .param("zone", actor.zone().getId())
                .param("assent", said.assent())
                .param("witness", witness == null ? null : witness.bytes(), Types.BINARY)
                .param("shown", said.textShown())
                .update();
    }

    /** The oldest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("""
                        select id, purpose, to_org, to_name, decision, sections, method, by_whom, assent, witness, language,
                            decided_at, expires_at, recorded_by
                        from haki.consent
                        where org_id = haki.org() and case_id = :case and purpose in ('referral', 'transfer')
                        order by decided_at, id""")
                .param("case", caseId)
                .query(SharingConsentRepository::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var said = new ConsentToShare(
                row.getString("purpose"),
                id(row, "to_org"),
                row.getString("to_name"),
                row.getString("decision"),
                List.of((String[]) row.getArray("sections").getArray()),
                null,
                row.getString("method"),
                row.getString("by_whom"),
                row.getString("assent"),
                "",
                row.getString("language"));
        return new Row(id(row, "id"), said, Sealed.of(row.getBytes("witness")), instant(row, "decided_at"),
                instant(row, "expires_at"), id(row, "recorded_by"));
    }
}
