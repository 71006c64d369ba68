package org.haki.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts of facts as they stand now; each query is run as {@code haki_reports}. */
@Repository
class FigureRepository {

    /** How many deeds of a kind ended so in an office, in the period asked for ({@code now}) or in the one before. */
    record Count(UUID office, String kind, String outcome, String result, String urgency, Boolean inTime, boolean now, long number) {}

    /** How many reports came in this way, in the week, month or year that begins on this day. */
    record Came(LocalDate column, String channel, long number) {}

    /** How many deeds of a kind were about this other organisation. */
    record OfPartner(UUID partner, String kind, long number) {}

    /** After how many minutes half of the reports of an urgency had their first answer. */
    record Median(String urgency, long minutes) {}

    /** How often this choice was made; {@code choice} is {@code null} for how often the question was answered. */
    record Chosen(String type, String question, String choice, long number) {}

    private final JdbcClient jdbc;

    FigureRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Count> counts(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select office_id, kind, outcome, result, urgency, in_time, on_day >= :from as now, count(*) as number
                        from facts.counts(:settled) f
                        where on_day between :before and :to and office_id = any (:offices)
                          and kind in ('intake_received', 'intake_decided', 'case_closed', 'contact_counted', 'deadline_met', 'deadline_missed')
                        group by 1, 2, 3, 4, 5, 6, 7""")
                .param("before", period.before().from())
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Count(
                        row.getObject("office_id", UUID.class), row.getString("kind"), row.getString("outcome"), row.getString("result"), row.getString("urgency"),
                        row.getObject("in_time", Boolean.class), row.getBoolean("now"), row.getLong("number")))
                .list();
    }

    List<Came> came(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select date_trunc(:unit, on_day::timestamp)::date as column_day, channel, count(*) as number
                        from facts.counts(:settled) f
                        where on_day between :from and :to and office_id = any (:offices)
                          and kind = 'intake_received'
                        group by 1, 2""")
                .param("unit", period.unit())
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Came(
                        row.getObject("column_day", LocalDate.class), row.getString("channel"), row.getLong("number")))
                .list();
    }

    List<OfPartner> ofPartners(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select partner_id, kind, count(*) as number
                        from facts.counts(:settled) f
                        where on_day between :from and :to and office_id = any (:offices)
                          and partner_id is not null
                          and kind in ('referral_sent', 'referral_accepted', 'referral_refused', 'referral_completed', 'referral_ended',
                                       'referral_taken', 'service_given')
                        group by 1, 2""")
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new OfPartner(row.getObject("partner_id", UUID.class), row.getString("kind"), row.getLong("number")))
                .list();
    }

    List<Chosen> chosen(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select f.case_type, q.key as question, c.choice, count(distinct f.id) as number
                        from facts.counts(:settled) f
                        cross join lateral jsonb_each(f.answers) q
                        cross join lateral jsonb_array_elements_text(q.value) c(choice)
                        where f.on_day between :from and :to and f.office_id = any (:offices)
                          and f.kind in ('incident', 'answered')
                        group by grouping sets ((f.case_type, q.key, c.choice), (f.case_type, q.key))""")
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Chosen(row.getString("case_type"), row.getString("question"), row.getString("choice"), row.getLong("number")))
                .list();
    }

    List<Median> medians(Period period, Collection<UUID> offices, boolean settled) {
        return jdbc.sql("""
                        select urgency, percentile_disc(0.5) within group (order by minutes) as minutes
                        from facts.counts(:settled) f
                        where on_day between :from and :to and office_id = any (:offices)
                          and kind = 'intake_decided' and outcome <> 'not_a_case' and minutes is not null
                        group by urgency""")
                .param("from", period.from())
                .param("to", period.to())
                .param("settled", settled)
                .param("offices", offices.toArray(UUID[]::new))
                .query((row, _) -> new Median(row.getString("urgency"), row.getLong("minutes")))
                .list();
    }
}
