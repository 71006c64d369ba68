package org.haki.surveys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PhoneCaseRepository {

    /** What a phone calls a case, and by which mark it is told whether what stands there changed. */
    record Given(UUID id, UUID caseId, byte[] mark, int version) {}

    /** Whether cases of restricted types may stand in the lists, since when and by whom; version 0 before anybody said so. */
    record Rule(boolean restricted, UUID by, Instant since, int version) {}

    private final JdbcClient jdbc;

    PhoneCaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One after the other makes the list of a phone. */
    void lock(UUID device) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(haki.org() || 'phone cases' || :device, 0))").param("device", device.toString())
                .query((_, _) -> null).list();
    }

    /** What this phone was given, as far as the actor sees those cases. */
    List<Given> given(UUID device) {
        return jdbc.sql("select id, case_id, mark, version from haki.phone_case where org_id = haki.org() and device_id = :device")
                .param("device", device)
                .query(PhoneCaseRepository::given)
                .list();
    }

    void keep(UUID device, Given row, Instant at) {
        jdbc.sql("""
                        insert into haki.phone_case (org_id, id, device_id, case_id, mark, version, given_at)
                        values (haki.org(), :id, :device, :case, :mark, :version, :at)
                        on conflict (org_id, id) do update set mark = excluded.mark, version = excluded.version, given_at = excluded.given_at""")
                .param("id", row.id())
                .param("device", device)
                .param("case", row.caseId())
                .param("mark", row.mark())
                .param("version", row.version())
                .param("at", utc(at))
                .update();
    }

    /** The case that a phone calls so, as far as the actor sees it. */
    Optional<UUID> caseOf(UUID id) {
        return jdbc.sql("select case_id from haki.phone_case where org_id = haki.org() and id = :id").param("id", id).query(UUID.class).optional();
    }

    /** How much of each case the list of this form shows; nothing where it brings none. */
    Optional<String> shows(UUID survey) {
        return jdbc.sql("select shows from haki.survey_case_list where org_id = haki.org() and survey_id = :survey").param("survey", survey)
                .query(String.class).optional();
    }

    /** The forms that bring such a list. */
    List<UUID> bringing() {
        return jdbc.sql("select survey_id from haki.survey_case_list where org_id = haki.org()").query(UUID.class).list();
    }

    void keep(UUID survey, String shows, UUID by, Instant at) {
        jdbc.sql("""
                        insert into haki.survey_case_list (org_id, survey_id, shows, by_person, changed_at) values (haki.org(), :survey, :shows, :by, :at)
                        on conflict (org_id, survey_id) do update set shows = excluded.shows, by_person = excluded.by_person,
                            changed_at = excluded.changed_at""")
                .param("survey", survey)
                .param("shows", shows)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    void end(UUID survey) {
        jdbc.sql("delete from haki.survey_case_list where org_id = haki.org() and survey_id = :survey").param("survey", survey).update();
    }

    Rule rule() {
        return jdbc.sql("select restricted, by_person, changed_at, version from haki.phone_rule where org_id = haki.org()")
                .query((row, _) -> new Rule(row.getBoolean("restricted"), row.getObject("by_person", UUID.class),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getInt("version")))
                .optional().orElse(new Rule(false, null, null, 0));
    }

    /** Says it over the version that was looked at; 0 where another is there. */
    int rule(boolean restricted, int base, UUID by, Instant at) {
        return jdbc.sql("""
                        insert into haki.phone_rule (org_id, restricted, by_person, changed_at) values (haki.org(), :restricted, :by, :at)
                        on conflict (org_id) do update set restricted = excluded.restricted, by_person = excluded.by_person,
                            changed_at = excluded.changed_at, version = phone_rule.version + 1 where phone_rule.version = :base""")
                .param("restricted", restricted)
                .param("base", base)
                .param("by", by)
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Given given(ResultSet row, int number) throws SQLException {
        return new Given(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getBytes("mark"), row.getInt("version"));
    }
}
