package org.haki.cases;

import static org.haki.cases.CaseFileRepository.utc;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseListRepository {

    /**
     * What was found: one case more than the page holds where there are more.
     *
     * @param count  how many match
     * @param beyond how many are newer than the mark, or at it
     */
    record Found(List<CaseFile> files, long count, long beyond) {}

    /** Whose cases: everyone's, those of these owners, or those in the queue. */
    record Owners(boolean everyone, Collection<UUID> owners, boolean queue) {}

    private record Row(CaseFile file, long count, long beyond) {}

    private final JdbcClient jdbc;

    CaseListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The list and its honest counts, sorted by the last word, in one query. */
    Found list(ListCases asked, Owners owners, int limit) {
        var mark = asked.mark();
        var rows = jdbc.sql("""
                        with matching as (
                            select * from haki.case_file
                            where org_id = haki.org() and status = any (:statuses)
                              and (:type = '' or case_type = :type)
                              and (:stage = '' or stage = :stage)
                              and (:everyone or owner_id = any (:owners) or (:queue and owner_id is null))
                              and (:urgency = '' or urgency = :urgency)
                              and (:office::uuid is null or office_id = :office)
                              and (not :fenced or fenced)
                        ), page as (
                            select * from matching
                            where case when :backwards then (touched_at, id) > (:touched, :id) else (touched_at, id) < (:touched, :id) end
                            order by case when :backwards then touched_at end, case when :backwards then id end,
                                     touched_at desc, id desc
                            limit :limit
                        )
                        select page.*, (select count(*) from matching) as matching,
                               (select count(*) from matching where (touched_at, id) >= (:touched, :id)) as beyond
                        from page order by touched_at desc, id desc""")
                .param("statuses", asked.statuses().toArray(String[]::new))
                .param("type", asked.type())
                .param("stage", asked.stage())
                .param("everyone", owners.everyone())
                .param("owners", owners.owners().toArray(UUID[]::new))
                .param("queue", owners.queue())
                .param("urgency", asked.urgency())
                .param("office", asked.officeId())
                .param("fenced", !asked.fenced().isEmpty())
                .param("backwards", asked.backwards())
                .param("touched", utc(mark.touched()))
                .param("id", mark.id())
                .param("limit", limit)
                .query((row, number) -> new Row(CaseFileRepository.caseFile(row, number), row.getLong("matching"), row.getLong("beyond")))
                .list();
        var files = rows.stream().map(Row::file).toList();
        return rows.isEmpty() ? new Found(files, 0, 0) : new Found(files, rows.getFirst().count(), rows.getFirst().beyond());
    }
}
