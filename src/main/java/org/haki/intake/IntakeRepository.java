package org.haki.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.haki.vault.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of intakes: one at a time, and what changes them. Lists are {@link QueueRepository}'s. */
@Repository
class IntakeRepository {

    private final JdbcClient jdbc;

    IntakeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Told told, String code, UUID key, UUID by, Sealed account, Long numberPrint, Long wordsPrint) {
        jdbc.sql("""
                        insert into haki.intake (org_id, id, code, office_id, key_id, channel, language, received_at,
                            recorded_by, urgency, about, age_group, reach, sealed, number_print, words_print, quarantined)
                        values (haki.org(), :id, :code, :office, :key, :channel, :language, :received,
                            :by, :urgency, :about, :age, :reach, :sealed, :number, :words, :quarantined)""")
                .param("id", told.id())
                .param("code", code)
                .param("office", told.office())
                .param("key", key)
                .param("channel", told.channel())
                .param("language", told.language())
                .param("received", utc(told.receivedAt()))
                .param("by", by, java.sql.Types.OTHER)
                .param("urgency", told.urgency())
                .param("about", told.about())
                .param("age", told.ageGroup())
                .param("reach", told.reach())
                .param("sealed", account.bytes())
                .param("number", numberPrint, java.sql.Types.BIGINT)
                .param("words", wordsPrint, java.sql.Types.BIGINT)
                .param("quarantined", told.quarantined())
                .update();
    }

    /** Whether no report and no case of the organisation has this code, seen or not. */
    boolean isFree(String code) {
        return jdbc.sql("select haki.code_is_free(:code)").param("code", code).query(Boolean.class).single();
    }

    Optional<Intake> byCode(String code) {
        return jdbc.sql("select * from haki.intake where org_id = haki.org() and code = :code")
                .param("code", code)
                .query(IntakeRepository::intake)
                .optional();
    }

    List<Intake> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from haki.intake where org_id = haki.org() and id = any (:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(IntakeRepository::intake)
                .list();
    }

    /** Those of these that still wait, held until the commit. */
    List<Intake> waiting(Collection<String> codes) {
        return jdbc.sql("""
                        select * from haki.intake
                        where org_id = haki.org() and code = any (:codes) and decided_at is null
                        order by id for update""")
                .param("codes", codes.toArray(String[]::new))
                .query(IntakeRepository::intake)
                .list();
    }

    /** What was decided at once, held until the commit. */
    List<Intake> decidedAtOnce(UUID decision) {
        return jdbc.sql("select * from haki.intake where org_id = haki.org() and decision_id = :decision order by id for update")
                .param("decision", decision)
                .query(IntakeRepository::intake)
                .list();
    }

    /** Takes it for this person unless somebody else has it open, and lets go of the others she had. */
    void claim(UUID id, UUID person, Instant now, Instant until, boolean evenFromAnother) {
        jdbc.sql("""
                        update haki.intake
                        set claimed_by = case when id = :id then :person end, claimed_until = case when id = :id then :until end
                        where org_id = haki.org() and decided_at is null
                          and ((id = :id and (:even or claimed_by is null or claimed_by = :person or claimed_until <= :now))
                               or (id <> :id and claimed_by = :person))""")
                .param("id", id)
                .param("person", person)
                .param("now", utc(now))
                .param("until", utc(until))
                .param("even", evenFromAnother)
                .update();
    }

    void release(UUID id, UUID person) {
        jdbc.sql("""
                        update haki.intake set claimed_by = null, claimed_until = null
                        where org_id = haki.org() and id = :id and claimed_by = :person""")
                .param("id", id)
                .param("person", person)
                .update();
    }

    int callBack(UUID id, int base) {
        return jdbc.sql("""
                        update haki.intake set state = 'call_back', version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and decided_at is null""")
                .param("id", id)
                .param("base", base)
                .update();
    }

    /** The one decision: none where it was decided or changed since this version. */
    int decide(UUID id, int base, String state, String reason, String told, UUID caseId, UUID decision, UUID by, Instant at,
            LocalDate eraseDue) {
        return jdbc.sql("""
                        update haki.intake
                        set state = :state, reason = :reason, told = :told, case_id = :case, decision_id = :decision,
                            decided_by = :by, decided_at = :at, erase_due = :erase, claimed_by = null, claimed_until = null,
                            version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and decided_at is null""")
                .param("id", id)
                .param("base", base)
                .param("state", state)
                .param("reason", reason)
                .param("told", told)
                .param("case", caseId, java.sql.Types.OTHER)
                .param("decision", decision)
                .param("by", by)
                .param("at", utc(at))
                .param("erase", eraseDue)
                .update();
    }

    /** Takes the decision back; where a call was planned or made it waits for a call-back again. */
    int restore(UUID id, int base) {
        return jdbc.sql("""
                        update haki.intake i
                        set state = case when exists (select 1 from haki.intake_attempt a
                                                      where a.org_id = i.org_id and a.intake_id = i.id)
                                         then 'call_back' else 'received' end,
                            reason = '', told = '', decision_id = null, decided_by = null, decided_at = null,
                            erase_due = null, version = version + 1
                        where i.org_id = haki.org() and i.id = :id and i.version = :base
                          and i.state in ('not_a_case', 'declined') and i.erased_at is null""")
                .param("id", id)
                .param("base", base)
                .update();
    }

    /** Lets advice that was given wait again. */
    int again(UUID id, int base) {
        return jdbc.sql("""
                        update haki.intake
                        set state = 'received', reason = '', told = '', decision_id = null, decided_by = null, decided_at = null,
                            erase_due = null, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and state = 'consulted' and erased_at is null""")
                .param("id", id)
                .param("base", base)
                .update();
    }

    /** Moves the words and the answer under the key of the case that took them in. */
    void rekey(UUID id, UUID key, Sealed account, Sealed answer) {
        jdbc.sql("""
                        update haki.intake set key_id = :key, sealed = :sealed, answer = :answer, words_print = null
                        where org_id = haki.org() and id = :id""")
                .param("id", id)
                .param("key", key)
                .param("sealed", account.bytes())
                .param("answer", answer == null ? null : answer.bytes(), java.sql.Types.BINARY)
                .update();
    }

    int answer(UUID id, int base, Sealed answer) {
        return jdbc.sql("""
                        update haki.intake set answer = :answer, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and erased_at is null""")
                .param("id", id)
                .param("base", base)
                .param("answer", answer.bytes())
                .update();
    }

    int unquarantine(UUID id, int base) {
        return jdbc.sql("""
                        update haki.intake set quarantined = false, version = version + 1
                        where org_id = haki.org() and id = :id and version = :base and decided_at is null and quarantined""")
                .param("id", id)
                .param("base", base)
                .update();
    }

    /** Emergencies that came before this and that nobody has open, each answered once. */
    List<Intake> unopened(Instant before, Instant now) {
        return jdbc.sql("""
                        update haki.intake set told_again_at = :now
                        where org_id = haki.org() and state = 'received' and urgency = 'emergency' and claimed_by is null
                          and recorded_at < :before and told_again_at is null
                        returning *""")
                .param("before", utc(before))
                .param("now", utc(now))
                .query(IntakeRepository::intake)
                .list();
    }

    List<Intake> eraseDue(LocalDate today, int limit) {
        return jdbc.sql("""
                        select * from haki.intake where org_id = haki.org() and erase_due <= :today
                        order by erase_due, id limit :limit for update""")
                .param("today", today)
                .param("limit", limit)
                .query(IntakeRepository::intake)
                .list();
    }

    /** Leaves the shell: code, days, channel, decision. */
    void erase(Collection<UUID> ids, Instant now) {
        jdbc.sql("""
                        update haki.intake
                        set sealed = null, answer = null, number_print = null, words_print = null, erase_due = null,
                            erased_at = :now, version = version + 1
                        where org_id = haki.org() and id = any (:ids)""")
                .param("now", utc(now))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static Intake intake(ResultSet row, int number) throws SQLException {
        return new Intake(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("office_id", UUID.class),
                row.getObject("key_id", UUID.class),
                row.getString("channel"),
                row.getString("language"),
                instant(row, "received_at"),
                instant(row, "recorded_at"),
                row.getObject("recorded_by", UUID.class),
                row.getString("urgency"),
                row.getString("about"),
                row.getString("age_group"),
                row.getString("reach"),
                Sealed.of(row.getBytes("sealed")),
                Sealed.of(row.getBytes("answer")),
                row.getObject("number_print", Long.class),
                row.getObject("words_print", Long.class),
                row.getBoolean("quarantined"),
                row.getString("state"),
                row.getObject("claimed_by", UUID.class),
                instant(row, "claimed_until"),
                instant(row, "decided_at"),
                row.getObject("decided_by", UUID.class),
                row.getObject("decision_id", UUID.class),
                row.getString("reason"),
                row.getString("told"),
                row.getObject("case_id", UUID.class),
                row.getObject("erase_due", LocalDate.class),
                row.getInt("version"));
    }
}
