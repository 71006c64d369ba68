package org.haki.advocacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.haki.kernel.Money;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ObservationRepository {

    /** How many observations of one state say this practice of this institution in this month. */
    record Counted(UUID institution, String practice, YearMonth month, long count) {}

    private final JdbcClient jdbc;

    ObservationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PracticeObservation> find(UUID id) {
        return jdbc.sql("select * from haki.practice_observation where org_id = haki.org() and id = :id")
                .param("id", id)
                .query(ObservationRepository::observation)
                .optional();
    }

    /** Those of a case, the newest first; without what was rejected. */
    List<PracticeObservation> ofCase(UUID caseId) {
        return jdbc.sql("""
                        select * from haki.practice_observation
                        where org_id = haki.org() and case_id = :case and state <> 'rejected'
                        order by recorded_at desc, id desc""")
                .param("case", caseId)
                .query(ObservationRepository::observation)
                .list();
    }

    /** Drafts of this institution that this person wrote since, the newest first. */
    List<PracticeObservation> ownOf(UUID institution, UUID person, Instant since) {
        return jdbc.sql("""
                        select * from haki.practice_observation
                        where org_id = haki.org() and state = 'draft' and recorded_at > :since and institution_id = :institution
                          and by_person = :person and case_id is not null
                        order by recorded_at desc, id desc limit 20""")
                .param("since", utc(since))
                .param("institution", institution)
                .param("person", person)
                .query(ObservationRepository::observation)
                .list();
    }

    /** Those in this state of these offices, the newest first, after this mark. */
    List<PracticeObservation> page(ListObservations asked, UUID[] offices, int limit) {
        return jdbc.sql("""
                        select * from haki.practice_observation
                        where org_id = haki.org() and state = :state and office_id = any (:offices)
                          and (:institution::uuid is null or institution_id = :institution::uuid)
                          and (:practice = '' or :practice = any (practices))
                          and (:from::date is null or seen_on >= :from::date and seen_on < :from::date + interval '1 month')
                          and (recorded_at, id) < (:at, :after)
                        order by recorded_at desc, id desc limit :limit""")
                .param("state", asked.state())
                .param("offices", offices)
                .param("institution", asked.institutionId(), Types.OTHER)
                .param("practice", asked.practice())
                .param("from", asked.month(), Types.DATE)
                .param("at", utc(asked.mark().at()))
                .param("after", asked.mark().id())
                .param("limit", limit)
                .query(ObservationRepository::observation)
                .list();
    }

    /** What there is in this state of these offices, counted. */
    List<Counted> counts(String state, UUID[] offices) {
        return jdbc.sql("""
                        select institution_id, practice, date_trunc('month', seen_on)::date as month, count(*) as count
                        from haki.practice_observation, unnest(practices) as practice
                        where org_id = haki.org() and state = :state and office_id = any (:offices)
                        group by 1, 2, 3""")
                .param("state", state)
                .param("offices", offices)
                .query((row, _) -> new Counted(row.getObject("institution_id", UUID.class), row.getString("practice"),
                        YearMonth.from(row.getObject("month", LocalDate.class)), row.getLong("count")))
                .list();
    }

    /** How many drafts of these offices wait for this person, who wrote none of them. */
    long waiting(UUID[] offices, UUID person) {
        return jdbc.sql("""
                        select count(*) from haki.practice_observation
                        where org_id = haki.org() and state = 'draft' and office_id = any (:offices) and by_person <> :person""")
                .param("offices", offices)
                .param("person", person)
                .query(Long.class)
                .single();
    }

    void insert(PracticeObservation one) {
        bound(jdbc.sql("""
                        insert into haki.practice_observation (org_id, id, office_id, case_id, institution_id, practices, seen_on, amount,
                            currency, sealed, flagged, state, reason, by_person, recorded_at, decided_by, decided_at)
                        values (haki.org(), :id, :office, :case, :institution, :practices, :seen, :amount,
                            :currency, :sealed, :flagged, :state, :reason, :by, :at, :decidedBy, :decidedAt)"""), one)
                .param("office", one.office())
                .param("case", one.caseId())
                .param("by", one.by())
                .param("at", utc(one.recordedAt()))
                .update();
    }

    /** Writes it over the version it was read with; 0 when somebody else was quicker. */
    int update(PracticeObservation one) {
        return bound(jdbc.sql("""
                        update haki.practice_observation
                        set institution_id = :institution, practices = :practices, seen_on = :seen, amount = :amount, currency = :currency,
                            sealed = :sealed, flagged = :flagged, state = :state, reason = :reason, decided_by = :decidedBy,
                            decided_at = :decidedAt, version = version + 1
                        where org_id = haki.org() and id = :id and version = :version"""), one)
                .param("version", one.version())
                .update();
    }

    /** Takes a draft back as if it had not been written; 0 when it is none any more. */
    int delete(UUID id, int version) {
        return jdbc.sql("delete from haki.practice_observation where org_id = haki.org() and id = :id and version = :version and state = 'draft'")
                .param("id", id)
                .param("version", version)
                .update();
    }

    private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, PracticeObservation one) {
        return statement
                .param("id", one.id())
                .param("institution", one.institution())
                .param("practices", one.practices().toArray(String[]::new))
                .param("seen", one.seenOn())
                .param("amount", one.amount() == null ? null : one.amount().minor(), Types.BIGINT)
                .param("currency", one.amount() == null ? "" : one.amount().currency())
                .param("sealed", one.sealed() == null ? null : one.sealed().bytes(), Types.BINARY)
                .param("flagged", one.flagged())
                .param("state", one.state().key())
                .param("reason", one.reason())
                .param("decidedBy", one.decidedBy(), Types.OTHER)
                .param("decidedAt", one.decidedAt() == null ? null : utc(one.decidedAt()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static PracticeObservation observation(ResultSet row, int number) throws SQLException {
        var amount = row.getObject("amount", Long.class);
        var decided = row.getTimestamp("decided_at");
        return new PracticeObservation(row.getObject("id", UUID.class), row.getObject("office_id", UUID.class), row.getObject("case_id", UUID.class),
                row.getObject("institution_id", UUID.class), List.of((String[]) row.getArray("practices").getArray()),
                row.getObject("seen_on", LocalDate.class), amount == null ? null : new Money(amount, row.getString("currency")),
                Sealed.of(row.getBytes("sealed")), row.getBoolean("flagged"),
                PracticeObservation.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getString("reason"),
                row.getObject("by_person", UUID.class), row.getTimestamp("recorded_at").toInstant(), row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(), row.getInt("version"));
    }
}
