package org.haki.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures for one role's page, from facts as they stand now; each query is run as {@code haki_reports}. */
@Repository
class RoleRepository {

    /** How many reports came to Haki in this hour of the day, on this day of the week (1 is Monday). */
    record Came(int hour, int weekday, long number) {}

    /** How long reports that came in this way waited for their first answer: half and nine of ten within so many minutes. */
    record Wait(String channel, boolean now, long number, long inTime, long half, long most) {}

    /** What became of reports that came in this way, and why. */
    record Decided(String channel, String outcome, String reason, boolean now, long number) {}

    /** Deeds of cases: opened, moved on to a stage, closed with an outcome. */
    record Advance(String kind, String type, String outcome, boolean now, long number) {}

    /** Services given in a month. */
    record Given(String service, LocalDate month, long number) {}

    /** Cases opened for clients of an age and a sex. */
    record Client(String age, String sex, boolean now, long number) {}

    private final JdbcClient jdbc;

    RoleRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Came> came(Period period, Collection<UUID> offices, ZoneId zone) {
        return jdbc.sql("""
                        select extract(hour from recorded_at at time zone :zone)::int as hour, extract(isodow from on_day)::int as weekday,
                               count(*) as number
                        from facts.fact f
                        where org_id = haki.org() and countable and on_day between :from and :to and office_id = any (:offices)
                          and kind = 'intake_received'
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                        group by 1, 2""")
                .param("zone", zone.getId())
                .param("from", period.from())
                .param("to", period.to())
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Came(row.getInt("hour"), row.getInt("weekday"), row.getLong("number")))
                .list();
    }

    List<Wait> waits(Period period, Collection<UUID> offices) {
        return jdbc.sql("""
                        select channel, on_day >= :from as now, count(*) as number, count(*) filter (where in_time) as in_time,
                               percentile_disc(0.5) within group (order by minutes) as half,
                               percentile_disc(0.9) within group (order by minutes) as most
                        from facts.fact f
                        where org_id = haki.org() and countable and on_day between :before and :to and office_id = any (:offices)
                          and kind = 'intake_decided' and outcome <> 'not_a_case' and minutes is not null
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                        group by 1, 2""")
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Wait(row.getString("channel"), row.getBoolean("now"), row.getLong("number"), row.getLong("in_time"),
                        row.getLong("half"), row.getLong("most")))
                .list();
    }

    List<Decided> decided(Period period, Collection<UUID> offices) {
        return jdbc.sql("""
                        select channel, outcome, reason, on_day >= :from as now, count(*) as number
                        from facts.fact f
                        where org_id = haki.org() and countable and on_day between :before and :to and office_id = any (:offices)
                          and kind = 'intake_decided'
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                        group by 1, 2, 3, 4""")
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Decided(row.getString("channel"), row.getString("outcome"), row.getString("reason"),
                        row.getBoolean("now"), row.getLong("number")))
                .list();
    }

    List<Advance> advances(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select kind, case_type, outcome, on_day >= :from as now, count(*) as number
                        from facts.counts(:settled) f
                        where on_day between :before and :to and office_id = any (:offices)
                          and kind in ('case_accepted', 'case_came', 'case_moved', 'case_closed', 'case_reopened')
                        group by 1, 2, 3, 4""")
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Advance(row.getString("kind"), row.getString("case_type"), row.getString("outcome"),
                        row.getBoolean("now"), row.getLong("number")))
                .list();
    }

    List<Given> given(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select service, date_trunc('month', on_day::timestamp)::date as month, count(*) as number
                        from facts.counts(:settled) f
                        where on_day between :from and :to and office_id = any (:offices)
                          and kind in ('activity_done', 'service_given') and service <> ''
                        group by 1, 2""")
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Given(row.getString("service"), row.getObject("month", LocalDate.class), row.getLong("number")))
                .list();
    }

    List<Client> clients(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select age_group, sex, on_day >= :from as now, count(*) as number
                        from facts.counts(:settled) f
                        where on_day between :before and :to and office_id = any (:offices)
                          and kind in ('case_accepted', 'case_came')
                        group by 1, 2, 3""")
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Client(row.getString("age_group"), row.getString("sex"), row.getBoolean("now"), row.getLong("number")))
                .list();
    }
}
