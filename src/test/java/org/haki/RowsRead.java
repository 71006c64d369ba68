package org.haki;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What PostgreSQL read to answer, as it counts itself: the rows of each table, inside functions as well, and the tables that
 * were gone through from end to end.
 */
public record RowsRead(Map<String, Long> rows, TreeSet<String> wholeTables) {

    /** A property by which the tests that count rows get a Haki that no other test fills. */
    public static final String ALONE = "haki.rows-read=alone";

    private static final String TRAIL = "haki.audit_head";

    private record Count(String table, long rows, long whole) {}

    /** While this runs for the third time, when plans are made and pages are warm; all in one transaction, which is undone. */
    public static RowsRead during(ApplicationContext haki, Supplier<?> reading) {
        var jdbc = haki.getBean(JdbcClient.class);
        return haki.getBean(TransactionTemplate.class).execute(status -> {
            status.setRollbackOnly();
            reading.get();
            reading.get();
            var before = counts(jdbc);
            reading.get();
            var rows = new TreeMap<String, Long>();
            var whole = new TreeSet<String>();
            counts(jdbc).forEach((table, count) -> {
                var earlier = before.getOrDefault(table, new Count(table, 0, 0));
                if (count.rows() > earlier.rows()) {
                    rows.put(table, count.rows() - earlier.rows());
                }
                if (count.whole() > earlier.whole()) {
                    whole.add(table);
                }
            });
            return new RowsRead(rows, whole);
        });
    }

    public long of(String table) {
        return rows.getOrDefault(table, 0L);
    }

    /** The same without the heads of the trails: one row for each organisation, which PostgreSQL finds by an index or not as it likes. */
    public RowsRead besidesTheTrail() {
        var others = new TreeMap<>(rows);
        others.remove(TRAIL);
        var whole = new TreeSet<>(wholeTables);
        whole.remove(TRAIL);
        return new RowsRead(others, whole);
    }

    private static Map<String, Count> counts(JdbcClient jdbc) {
        var counts = new TreeMap<String, Count>();
        jdbc.sql("""
                        select schemaname || '.' || relname as name, coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0) as rows,
                               coalesce(seq_scan, 0) as whole
                        from pg_stat_xact_user_tables""")
                .query((row, _) -> new Count(row.getString("name"), row.getLong("rows"), row.getLong("whole")))
                .list()
                .forEach(count -> counts.put(count.table(), count));
        return counts;
    }
}
