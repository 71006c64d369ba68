package org.haki.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each worker did, from facts as they stand now; each query is run as {@code haki_reports}. */
@Repository
class WorkerRepository {

    /**
     * How many deeds of a kind ended so, in the period asked for ({@code now}) or in the one before.
     *
     * @param worker who did the follow-up, or proposed the closing that was checked
     */
    record Deeds(UUID worker, String kind, String type, String outcome, String result, Boolean inTime, boolean now, long number) {}

    /** After how many days half of what this worker wrote down in the period, or in the one before, was written down. */
    record Lag(UUID worker, boolean now, int days) {}

    /** How many cases of this type, closed from this stage, this worker closed with this outcome; {@code now} in the period itself. */
    record Mixed(UUID worker, String type, String stage, String outcome, boolean now, long number) {}

    private final JdbcClient jdbc;

    WorkerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A closing counts for whoever proposed it, not for whoever checked it. */
    List<Deeds> deeds(Period period, Collection<UUID> offices) {
        return jdbc.sql("""
                        select case when f.kind = 'activity_done' then f.person_id else proposed.person_id end as worker,
                               f.kind, f.case_type, f.outcome, f.result, f.in_time, f.on_day >= :from as now, count(*) as number
                        from facts.fact f
                        left join lateral (
                            select p.person_id from facts.fact p
                            where f.kind <> 'activity_done' and p.org_id = f.org_id and p.ref = f.ref and p.kind = 'closing_proposed'
                              and p.on_day <= f.on_day and p.recorded_at <= f.recorded_at
                              and not exists (select 1 from facts.fact n where n.org_id = p.org_id and n.replaces = p.id)
                            order by p.on_day desc, p.recorded_at desc, p.id desc limit 1) proposed on true
                        where f.org_id = haki.org() and f.countable and f.on_day between :before and :to and f.office_id = any (:offices)
                          and (f.kind in ('case_closed', 'closing_disputed')
                               or f.kind = 'activity_done' and f.outcome = 'followup' and f.in_time is not null)
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                        group by 1, 2, 3, 4, 5, 6, 7""")
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Deeds(
                        row.getObject("worker", UUID.class), row.getString("kind"), row.getString("case_type"), row.getString("outcome"),
                        row.getString("result"), row.getObject("in_time", Boolean.class), row.getBoolean("now"), row.getLong("number")))
                .list();
    }

    /** Closings of whoever proposed them, by what was closed: from this day on to the period's end. */
    List<Mixed> mix(LocalDate since, Period period, Collection<UUID> offices) {
        return jdbc.sql("""
                        select proposed.person_id as worker, f.case_type, f.stage, f.outcome, f.on_day >= :from as now, count(*) as number
                        from facts.fact f
                        left join lateral (
                            select p.person_id from facts.fact p
                            where p.org_id = f.org_id and p.ref = f.ref and p.kind = 'closing_proposed'
                              and p.on_day <= f.on_day and p.recorded_at <= f.recorded_at
                              and not exists (select 1 from facts.fact n where n.org_id = p.org_id and n.replaces = p.id)
                            order by p.on_day desc, p.recorded_at desc, p.id desc limit 1) proposed on true
                        where f.org_id = haki.org() and f.countable and f.kind = 'case_closed' and f.on_day between :since and :to
                          and f.office_id = any (:offices)
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                        group by 1, 2, 3, 4, 5""")
                .param("since", since)
                .param("from", period.from())
                .param("to", period.to())
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Mixed(row.getObject("worker", UUID.class), row.getString("case_type"), row.getString("stage"),
                        row.getString("outcome"), row.getBoolean("now"), row.getLong("number")))
                .list();
    }

    /** A fact that was written anew, since the client agreed to be counted, was still written down on its first day. */
    List<Lag> lags(Period period, Collection<UUID> offices, ZoneId zone) {
        return jdbc.sql("""
                        with recursive written as (
                            select org_id, id, kind, person_id, office_id, countable, on_day, (recorded_at at time zone :zone)::date as on_paper_until
                            from facts.fact
                            where org_id = haki.org() and kind = 'activity_done' and replaces is null
                              and recorded_at >= :start and recorded_at < :end
                            union all
                            select n.org_id, n.id, n.kind, n.person_id, n.office_id, n.countable, n.on_day, w.on_paper_until
                            from written w join facts.fact n on n.org_id = w.org_id and n.replaces = w.id
                        )
                        select person_id as worker, on_paper_until >= :from as now,
                               percentile_disc(0.5) within group (order by greatest(0, on_paper_until - on_day)) as days
                        from written w
                        where kind = 'activity_done' and countable and person_id is not null and office_id = any (:offices)
                          and not exists (select 1 from facts.fact n where n.org_id = w.org_id and n.replaces = w.id)
                        group by 1, 2""")
                .param("zone", zone.getId())
                .param("start", period.before().from().atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime())
                .param("end", period.to().plusDays(1).atStartOfDay(zone).withZoneSameInstant(ZoneOffset.UTC).toOffsetDateTime())
                .param("from", period.from())
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Lag(row.getObject("worker", UUID.class), row.getBoolean("now"), row.getInt("days")))
                .list();
    }
}
