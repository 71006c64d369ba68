package org.haki.intake;

import static org.haki.intake.IntakeRepository.instant;
import static org.haki.intake.IntakeRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.haki.ui.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of intakes and their counts. */
@Repository
class QueueRepository {

    /**
     * An intake in a list, with what its note may say.
     *
     * @param calls    call-backs planned or made
     * @param nextCall when the next one is planned, or {@code null}
     * @param fakes    how often this number was not a case
     * @param alike    how many others sent the same words
     */
    record Row(Intake intake, int calls, Instant nextCall, int fakes, int alike) {}

    private final JdbcClient jdbc;

    QueueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those who wait, the most urgent first, then the oldest. */
    List<Row> waiting(Filter filter, int limit) {
        var start = filter.start();
        return jdbc.sql("""
                        select i.*, n.* from (
                            select one.* from unnest(:states::text[]) as wanted cross join lateral (
                                select *, case urgency when 'emergency' then 0 when 'urgent' then 1 else 2 end as rank
                                from haki.intake
                                where org_id = haki.org() and state in ('received', 'call_back') and state = wanted
                                  and quarantined = :quarantined
                                  and (:urgency = '' or urgency = :urgency) and (:channel = '' or channel = :channel)
                                  and (case urgency when 'emergency' then 0 when 'urgent' then 1 else 2 end, received_at, id)
                                      > (:rank, :at, :id)
                                order by rank, received_at, id limit :limit) one
                            order by rank, received_at, id limit :limit) i
                        cross join lateral (
                            select count(*) as calls, min(a.planned_for) filter (where a.done_at is null) as next_call
                            from haki.intake_attempt a where a.org_id = i.org_id and a.intake_id = i.id) c
                        cross join lateral (
                            select c.calls, c.next_call,
                                (select count(*) from haki.intake o where o.org_id = i.org_id and o.id <> i.id
                                 and o.number_print = i.number_print and o.state = 'not_a_case') as fakes,
                                (select count(*) from haki.intake o where o.org_id = i.org_id and o.id <> i.id
                                 and o.words_print = i.words_print) as alike) n
                        order by i.rank, i.received_at, i.id""")
                .param("states", filter.states().toArray(String[]::new))
                .param("quarantined", filter.quarantine())
                .param("urgency", filter.urgency())
                .param("channel", filter.channel())
                .param("rank", start.rank())
                .param("at", utc(start.at()))
                .param("id", start.id())
                .param("limit", limit)
                .query(QueueRepository::row)
                .list();
    }

    /** Those decided, the latest first. */
    List<Row> decided(Filter filter, int limit) {
        var start = filter.start();
        return jdbc.sql("""
                        select *, 0 as calls, null::timestamptz as next_call, 0 as fakes, 0 as alike from haki.intake
                        where org_id = haki.org() and decided_at is not null
                          and (:urgency = '' or urgency = :urgency) and (:channel = '' or channel = :channel)
                          and (decided_at, id) < (:at, :id)
                        order by decided_at desc, id desc limit :limit""")
                .param("urgency", filter.urgency())
                .param("channel", filter.channel())
                .param("at", utc(start.at()))
                .param("id", start.id())
                .param("limit", limit)
                .query(QueueRepository::row)
                .list();
    }

    /** How many stand in each view, as far as they are counted. */
    Counts counts(Instant today) {
        return jdbc.sql("""
                        select (select count(*) from (select from haki.intake where org_id = haki.org() and state = 'received'
                                    and not quarantined limit :counted) one) as waiting,
                               (select count(*) from (select from haki.intake where org_id = haki.org() and state = 'call_back'
                                    and not quarantined limit :counted) one) as call_back,
                               (select count(*) from (select from haki.intake where org_id = haki.org()
                                    and state in ('received', 'call_back') and quarantined limit :counted) one) as quarantine,
                               (select count(*) from (select from haki.intake where org_id = haki.org() and decided_at >= :today
                                    limit :counted) one) as decided""")
                .param("today", utc(today))
                .param("counted", Stretch.COUNTED + 1)
                .query((row, _) -> new Counts(row.getInt("waiting"), row.getInt("call_back"), row.getInt("quarantine"), row.getInt("decided")))
                .single();
    }

    /** Those who wait, as far as Today needs them; the attempts are filled in by the caller. */
    ForToday forToday() {
        return jdbc.sql("""
                        select count(*) filter (where not quarantined) as waiting,
                               count(*) filter (where not quarantined and urgency = 'emergency') as emergencies,
                               count(*) filter (where quarantined) as quarantined,
                               min(received_at) filter (where not quarantined) as oldest
                        from haki.intake where org_id = haki.org() and state = 'received'""")
                .query((row, _) -> new ForToday(row.getInt("waiting"), row.getInt("emergencies"), row.getInt("quarantined"),
                        instant(row, "oldest"), List.of(), List.of()))
                .single();
    }

    /** Others with the same number or the same words, the latest first. */
    List<Intake> alike(UUID id, int limit) {
        return jdbc.sql("""
                        select o.* from haki.intake i
                        join haki.intake o on o.org_id = i.org_id and o.id <> i.id
                            and (o.number_print = i.number_print or o.words_print = i.words_print)
                        where i.org_id = haki.org() and i.id = :id
                        order by o.received_at desc, o.id desc limit :limit""")
                .param("id", id)
                .param("limit", limit)
                .query(IntakeRepository::intake)
                .list();
    }

    /** How often this intake's number was not a case. */
    int fakes(UUID id) {
        return jdbc.sql("""
                        select count(*) from haki.intake i
                        join haki.intake o on o.org_id = i.org_id and o.id <> i.id and o.number_print = i.number_print
                        where i.org_id = haki.org() and i.id = :id and o.state = 'not_a_case'""")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(IntakeRepository.intake(row, number), row.getInt("calls"), instant(row, "next_call"),
                row.getInt("fakes"), row.getInt("alike"));
    }
}
