package org.haki.referrals;

import static org.haki.referrals.CaseWindowRepository.id;
import static org.haki.referrals.CaseWindowRepository.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReferralRepository {

    /** A referral as it lies there, its words sealed. */
    record Row(
            UUID id,
            UUID caseId,
            UUID byOrg,
            UUID parent,
            String kind,
            String service,
            UUID toOrg,
            UUID toOffice,
            String toName,
            String urgency,
            List<String> sections,
            UUID consent,
            String exception,
            UUID approvedBy,
            Sealed words,
            Instant madeAt,
            UUID madeBy) {}

    private final JdbcClient jdbc;

    ReferralRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Row referral) {
        jdbc.sql("""
                        insert into haki.referral (org_id, id, case_id, by_org, parent_id, kind, service, to_org, to_office, to_name,
                            urgency, sections, consent_id, exception, words, made_by)
                        values (haki.org(), :id, :case, :byOrg, :parent, :kind, :service, :toOrg, :toOffice, :toName,
                            :urgency, :sections, :consent, :exception, :words, :by)""")
                .param("id", referral.id())
                .param("case", referral.caseId())
                .param("byOrg", referral.byOrg())
                .param("parent", referral.parent(), Types.OTHER)
                .param("kind", referral.kind())
                .param("service", referral.service())
                .param("toOrg", referral.toOrg(), Types.OTHER)
                .param("toOffice", referral.toOffice(), Types.OTHER)
                .param("toName", referral.toName())
                .param("urgency", referral.urgency())
                .param("sections", referral.sections().toArray(String[]::new))
                .param("consent", referral.consent(), Types.OTHER)
                .param("exception", referral.exception())
                .param("words", referral.words().bytes())
                .param("by", referral.madeBy())
                .update();
    }

    /** Approves the exception; 0 where there is none to approve, or the actor made it. */
    int approve(UUID id, UUID by) {
        return jdbc.sql("""
                        update haki.referral set approved_by = :by
                        where org_id = haki.org() and id = :id and exception <> '' and approved_by is null and made_by <> :by""")
                .param("id", id)
                .param("by", by)
                .update();
    }

    /** The oldest first. */
    List<Row> of(UUID caseId) {
        return jdbc.sql("select * from haki.referral where org_id = haki.org() and case_id = :case order by made_at, id")
                .param("case", caseId)
                .query(ReferralRepository::row)
                .list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from haki.referral where org_id = haki.org() and id = :id")
                .param("id", id)
                .query(ReferralRepository::row)
                .optional();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                id(row, "id"),
                id(row, "case_id"),
                id(row, "by_org"),
                id(row, "parent_id"),
                row.getString("kind"),
                row.getString("service"),
                id(row, "to_org"),
                id(row, "to_office"),
                row.getString("to_name"),
                row.getString("urgency"),
                List.of((String[]) row.getArray("sections").getArray()),
                id(row, "consent_id"),
                row.getString("exception"),
                id(row, "approved_by"),
                Sealed.of(row.getBytes("words")),
                instant(row, "made_at"),
                id(row, "made_by"));
    }
}
