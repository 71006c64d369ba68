package org.haki.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.haki.kernel.Id;
import org.haki.reports.Fact.About;
import org.haki.reports.Fact.Came;
import org.haki.reports.Fact.Took;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Facts are added by whoever does the deed, and read as {@code haki_reports}, which can read nothing else. */
@Repository
class FactRepository {

    /** A fact as it stands now. */
    record Kept(UUID id, UUID ref, UUID item, Fact fact) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    FactRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Reads facts under the role that may, inside the transaction of whoever asks. */
    <T> T asReports(Supplier<T> reading) {
        var role = become("haki_reports");
        var read = reading.get();
        become(role);
        return read;
    }

    Optional<UUID> refOf(UUID object) {
        return jdbc.sql("select ref from facts.link where org_id = haki.org() and object_id = :object")
                .param("object", object)
                .query(UUID.class)
                .optional();
    }

    /** A new random reference; whoever may not read links, as the public, only makes new ones. */
    UUID link(UUID object) {
        var ref = UUID.randomUUID();
        jdbc.sql("insert into facts.link (org_id, ref, object_id) values (haki.org(), :ref, :object)")
                .param("ref", ref)
                .param("object", object)
                .update();
        return ref;
    }

    /** The object is gone: nobody can tell any more which facts were about it. */
    void unlink(UUID object) {
        jdbc.sql("delete from facts.link where org_id = haki.org() and object_id = :object").param("object", object).update();
    }

    void insert(UUID ref, UUID item, Fact fact, UUID replaces) {
        jdbc.sql("""
                        insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, person_id, case_type, channel,
                            urgency, stage, age_group, sex, outcome, reason, service, result, days, minutes, in_time,
                            countable, partner_id, replaces, answers)
                        values (haki.org(), :id, :ref, :item, :kind, :day, :office, :person, :type, :channel,
                            :urgency, :stage, :age, :sex, :outcome, :reason, :service, :result, :days, :minutes, :inTime,
                            :countable, :partner, :replaces, :answers::jsonb)""")
                .param("id", Id.next())
                .param("ref", ref)
                .param("item", item)
                .param("kind", fact.kind().key())
                .param("day", fact.day())
                .param("office", fact.office())
                .param("person", fact.person(), Types.OTHER)
                .param("type", fact.about().caseType())
                .param("channel", fact.about().channel())
                .param("urgency", fact.about().urgency())
                .param("stage", fact.about().stage())
                .param("age", fact.about().ageGroup())
                .param("sex", fact.about().sex())
                .param("outcome", fact.came().outcome())
                .param("reason", fact.came().reason())
                .param("service", fact.came().service())
                .param("result", fact.came().result())
                .param("days", fact.took().days(), Types.INTEGER)
                .param("minutes", fact.took().minutes(), Types.BIGINT)
                .param("inTime", fact.took().inTime(), Types.BOOLEAN)
                .param("countable", fact.countable())
                .param("partner", fact.partner(), Types.OTHER)
                .param("replaces", replaces, Types.OTHER)
                .param("answers", JSON.writeValueAsString(fact.answers()))
                .update();
    }

    /** A fact that refers to nothing: its ids are random, and it says the day it was written, not the moment. */
    void insertAlone(FactKind kind, LocalDate day, UUID office, String type) {
        jdbc.sql("""
                        insert into facts.fact (org_id, id, ref, item, kind, on_day, recorded_at, office_id, case_type)
                        values (haki.org(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), :kind, :day, :day, :office, :type)""")
                .param("kind", kind.key())
                .param("day", day)
                .param("office", office)
                .param("type", type)
                .update();
    }

    /** A deed in the case that the guest at work leads, in the figures of the case's owner; {@code item} may be {@code null}. */
    void insertLed(UUID item, Fact fact) {
        jdbc.sql("select facts.led(:item, :kind, :day, :outcome, :reason, :service, :result, :days, :inTime)")
                .param("item", item, Types.OTHER)
                .param("kind", fact.kind().key())
                .param("day", fact.day())
                .param("outcome", fact.came().outcome())
                .param("reason", fact.came().reason())
                .param("service", fact.came().service())
                .param("result", fact.came().result())
                .param("days", fact.took().days(), Types.INTEGER)
                .param("inTime", fact.took().inTime(), Types.BOOLEAN)
                .query((_, _) -> null)
                .list();
    }

    /** A service that was given at the window at work, in the figures of whoever gave it. */
    void insertDelivered(UUID item, LocalDate day, String service, String result) {
        jdbc.sql("select facts.delivered(:item, :day, :service, :result)")
                .param("item", item)
                .param("day", day)
                .param("service", service)
                .param("result", result)
                .query((_, _) -> null)
                .list();
    }

    /** What the guest at work told of this activity no longer counts, in either figures. */
    void takeBackLed(UUID activity) {
        jdbc.sql("select facts.led_back(:activity)").param("activity", activity).query((_, _) -> null).list();
    }

    /** What receivers counted of this case counts, or counts no longer, by the client's latest word. */
    void recountDelivered(UUID caseId) {
        jdbc.sql("select facts.recount_delivered(:case)").param("case", caseId).query((_, _) -> null).list();
    }

    /** The facts of one reference as they stand now, without those withdrawn. */
    List<Kept> of(UUID ref) {
        return jdbc.sql("""
                        select f.* from facts.fact f
                        where f.org_id = haki.org() and f.ref = :ref and f.kind <> 'withdrawn'
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                        order by f.id""")
                .param("ref", ref)
                .query(FactRepository::map)
                .list();
    }

    /** Answers the role until now. */
    private String become(String role) {
        return jdbc.sql("with was as materialized (select current_setting('role') as role) select was.role from was, set_config('role', :role, true) as now")
                .param("role", role)
                .query((row, _) -> row.getString("role"))
                .single();
    }

    private static Kept map(ResultSet row, int number) throws SQLException {
        var about = new About(
                row.getString("case_type"), row.getString("channel"), row.getString("urgency"),
                row.getString("stage"), row.getString("age_group"), row.getString("sex"));
        var came = new Came(
                row.getString("outcome"), row.getString("reason"), row.getString("service"), row.getString("result"));
        var took = new Took(
                row.getObject("days", Integer.class), row.getObject("minutes", Long.class), row.getObject("in_time", Boolean.class));
        var fact = new Fact(
                FactKind.of(row.getString("kind")), row.getObject("on_day", LocalDate.class),
                row.getObject("office_id", UUID.class), row.getObject("person_id", UUID.class),
                about, came, took, row.getObject("partner_id", UUID.class), row.getBoolean("countable"),
                JSON.readValue(row.getString("answers"), ANSWERS));
        return new Kept(
                row.getObject("id", UUID.class), row.getObject("ref", UUID.class), row.getObject("item", UUID.class), fact);
    }
}
