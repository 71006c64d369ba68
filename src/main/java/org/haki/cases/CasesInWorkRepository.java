package org.haki.cases;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.haki.cases.CasesInWork.OfAge;
import org.haki.cases.CasesInWork.OfOwner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CasesInWorkRepository {

    record Row(String type, String stage, long cases, int medianDays) {}

    private final JdbcClient jdbc;

    CasesInWorkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of this owner, or of all where that is {@code null}. */
    List<Row> byStage(UUID owner) {
        return jdbc.sql("""
                        select case_type, stage, count(*) as cases,
                               extract(day from percentile_disc(0.5) within group (order by now() - accepted_at))::int as median
                        from haki.case_file where org_id = haki.org() and status = 'open' and (:owner::uuid is null or owner_id = :owner::uuid)
                        group by case_type, stage""")
                .param("owner", owner, java.sql.Types.OTHER)
                .query((row, _) -> new Row(
                        row.getString("case_type"), row.getString("stage"), row.getLong("cases"), row.getInt("median")))
                .list();
    }

    List<OfOwner> byOwner() {
        return jdbc.sql("""
                        select owner_id, count(*) as cases, count(*) filter (where urgency <> 'normal') as pressing,
                               extract(day from max(now() - touched_at))::int as silent
                        from haki.case_file where org_id = haki.org() and status = 'open'
                        group by owner_id order by owner_id is null, cases desc, owner_id""")
                .query((row, _) -> new OfOwner(
                        row.getObject("owner_id", UUID.class), row.getLong("cases"), row.getLong("pressing"), row.getInt("silent")))
                .list();
    }

    Map<UUID, UUID> offices(Collection<UUID> cases) {
        var offices = new HashMap<UUID, UUID>();
        jdbc.sql("select id, office_id from haki.case_file where org_id = haki.org() and id = any (:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query(row -> {
                    offices.put(row.getObject("id", UUID.class), row.getObject("office_id", UUID.class));
                });
        return offices;
    }

    List<OfAge> byAge() {
        return jdbc.sql("""
                        select bands.below, count(c.id) as cases
                        from (values (0, 14), (14, 30), (30, 90), (90, 180), (180, null::int)) as bands (since, below)
                        left join haki.case_file c on c.org_id = haki.org() and c.status = 'open'
                            and now() - c.accepted_at >= make_interval(days => bands.since)
                            and (bands.below is null or now() - c.accepted_at < make_interval(days => bands.below))
                        group by bands.since, bands.below order by bands.since""")
                .query((row, _) -> new OfAge(row.getObject("below", Integer.class), row.getLong("cases")))
                .list();
    }

    List<CaseFile> ofAge(String below, int most) {
        return jdbc.sql("""
                        select c.* from (values (0, 14), (14, 30), (30, 90), (90, 180), (180, null::int)) as bands (since, below)
                        join haki.case_file c on c.org_id = haki.org() and c.status = 'open'
                            and now() - c.accepted_at >= make_interval(days => bands.since)
                            and (bands.below is null or now() - c.accepted_at < make_interval(days => bands.below))
                        where coalesce(bands.below::text, '') = :below
                        order by c.accepted_at, c.id limit :most""")
                .param("below", below)
                .param("most", most)
                .query(CaseFileRepository::caseFile)
                .list();
    }

    long closing() {
        return jdbc.sql("select count(*) from haki.case_file where org_id = haki.org() and status = 'closing'")
                .query(Long.class)
                .single();
    }
}
