package org.haki.reports;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The single deeds behind a figure, and what they are about. */
@Repository
class RowRepository {

    /** One deed as it stands now. */
    record Deed(UUID id, UUID ref, String kind, LocalDate day, UUID office, UUID person, String type, String outcome, String reason,
            String service, String channel) {}

    /** Up to where a page was shown. */
    record Mark(LocalDate day, UUID id) {

        static final Mark NEWEST = new Mark(LocalDate.of(9999, 1, 1), new UUID(-1, -1));

        static Mark read(String text) {
            try {
                var parts = text.split("_", 2);
                return new Mark(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
            } catch (RuntimeException notAMark) {
                return NEWEST;
            }
        }

        @Override
        public String toString() {
            return day + "_" + id;
        }
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;

    RowRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest of them after this mark; run as {@code haki_reports}.
     *
     * @param alternatives what the row of a fact must hold: one of these; a closing is of whoever proposed it
     */
    List<Deed> deeds(Period period, Collection<UUID> offices, List<String> kinds, List<Map<String, Object>> alternatives, UUID worker, Mark mark,
            int most) {
        return jdbc.sql("""
                        select f.id, f.ref, f.kind, f.on_day, f.office_id, coalesce(proposed.person_id, f.person_id) as person_id, f.case_type,
                               f.outcome, f.reason, f.service, f.channel
                        from facts.fact f
                        left join lateral (
                            select p.person_id from facts.fact p
                            where f.kind in ('case_closed', 'closing_disputed') and p.org_id = f.org_id and p.ref = f.ref
                              and p.kind = 'closing_proposed' and p.on_day <= f.on_day and p.recorded_at <= f.recorded_at
                              and not exists (select 1 from facts.fact n where n.org_id = p.org_id and n.replaces = p.id)
                            order by p.on_day desc, p.recorded_at desc, p.id desc limit 1) proposed on true
                        where f.org_id = haki.org() and f.countable and f.kind = any (:kinds) and f.on_day between :from and :to
                          and f.office_id = any (:offices) and to_jsonb(f) @> any (:alternatives::jsonb[])
                          and (:worker::uuid is null or coalesce(proposed.person_id, f.person_id) = :worker::uuid)
                          and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)
                          and (f.on_day, f.id) < (:day, :id)
                        order by f.on_day desc, f.id desc limit :most""")
                .param("kinds", kinds.toArray(String[]::new))
                .param("from", period.from())
                .param("to", period.to())
                .param("offices", offices.toArray(UUID[]::new))
                .param("alternatives", alternatives.stream().map(JSON::writeValueAsString).toArray(String[]::new))
                .param("worker", worker, java.sql.Types.OTHER)
                .param("day", mark.day())
                .param("id", mark.id())
                .param("most", most)
                .query((row, _) -> new Deed(row.getObject("id", UUID.class), row.getObject("ref", UUID.class), row.getString("kind"),
                        row.getObject("on_day", LocalDate.class), row.getObject("office_id", UUID.class), row.getObject("person_id", UUID.class),
                        row.getString("case_type"), row.getString("outcome"), row.getString("reason"), row.getString("service"),
                        row.getString("channel")))
                .list();
    }

    /** What these references mean, as far as it is not erased. */
    Map<UUID, UUID> objects(Collection<UUID> refs) {
        var objects = new HashMap<UUID, UUID>();
        jdbc.sql("select ref, object_id from facts.link where org_id = haki.org() and ref = any (:refs)")
                .param("refs", refs.toArray(UUID[]::new))
                .query(row -> {
                    objects.put(row.getObject("ref", UUID.class), row.getObject("object_id", UUID.class));
                });
        return objects;
    }
}
