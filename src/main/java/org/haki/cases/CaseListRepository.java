package org.haki.cases;

import static org.haki.cases.CaseFileRepository.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.haki.ui.Stretch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseListRepository {

    /**
     * What was found: one case more than the page holds where there are more.
     *
     * @param count  how many match, as far as they are counted
     * @param beyond how many of those are newer than the mark, or at it
     * @param back   where the page before begins; {@code null} for the beginning of the list
     * @param types  the keys of the case types that were ever adopted
     */
    record Found(List<CaseFile> files, long count, long beyond, ListCases.Mark back, Set<String> types) {}

    /** Whose cases: everyone's, those of these owners, or those in the queue. */
    record Owners(boolean everyone, Collection<UUID> owners, boolean queue) {}

    private record Row(CaseFile file, Found around) {}

    private final JdbcClient jdbc;

    CaseListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of the list, sorted by the last word, and its count, in one query that reads no more where there is more. */
    Found list(ListCases asked, Owners owners, int size) {
        var mark = asked.mark();
        var rows = jdbc.sql("""
                        with counted as (
                            select touched_at, id, row_number() over (order by touched_at desc, id desc) as place
                            from haki.cases_after(:statuses, :owners, :queue, :offices, :type, :stage, :urgency, :fenced,
                                'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', :counted)
                        ), whole as (
                            select count(*) as count, count(*) filter (where (touched_at, id) >= (:touched, :id)) as beyond from counted
                        )
                        select page.*, whole.count, whole.beyond, back.touched_at as back_at, back.id as back_id,
                               array(select distinct key from haki.adopted_type where org_id = haki.org()) as types
                        from whole left join counted back on back.place = whole.beyond - :before
                        left join haki.cases_after(:statuses, :owners, :queue, :offices, :type, :stage, :urgency, :fenced, :touched, :id, :size)
                            page on true
                        order by page.touched_at desc, page.id desc""")
                .param("statuses", asked.statuses().toArray(String[]::new))
                .param("type", asked.type())
                .param("stage", asked.stage())
                .param("owners", owners.everyone() ? null : owners.owners().toArray(UUID[]::new), Types.ARRAY)
                .param("queue", owners.queue())
                .param("urgency", asked.urgency())
                .param("offices", asked.officeId() == null ? null : new UUID[] {asked.officeId()}, Types.ARRAY)
                .param("fenced", !asked.fenced().isEmpty())
                .param("touched", utc(mark.touched()))
                .param("id", mark.id())
                .param("size", size + 1)
                .param("before", size)
                .param("counted", Stretch.COUNTED + 1)
                .query(CaseListRepository::row)
                .list();
        var around = rows.getFirst().around();
        return rows.getFirst().file() == null
                ? new Found(List.of(), 0, 0, null, around.types())
                : new Found(rows.stream().map(Row::file).toList(), around.count(), around.beyond(), around.back(), around.types());
    }

    /** One row at least, without a case where none matches. */
    private static Row row(ResultSet row, int number) throws SQLException {
        var back = CaseFileRepository.instant(row, "back_at");
        return new Row(row.getObject("id") == null ? null : CaseFileRepository.caseFile(row, number), new Found(
                List.of(), row.getLong("count"), row.getLong("beyond"),
                back == null ? null : new ListCases.Mark(back, CaseFileRepository.id(row, "back_id")),
                Set.of((String[]) row.getArray("types").getArray())));
    }
}
