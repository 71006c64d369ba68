package org.haki.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every row of an organisation, of whatever table, as the role sees it that makes backups; and a function that tells, in the
 * midst of somebody else's transaction, whether they are as they were. A new table is looked at by itself.
 */
final class Rows implements AutoCloseable {

    /** How one knows whose a row is, by the columns that its table has; the first that fits. */
    private static final String WHOSE = """
            select n.nspname || '.' || c.relname as name, case
                when c.oid = 'hub.organisation'::regclass then 't.id = $1'
                when c.oid = 'hub.network'::regclass then 't.keeper = $1'
                when bool_or(a.attname = 'owner_org') then 't.owner_org = $1'
                when bool_or(a.attname = 'org_id') then 't.org_id = $1'
                when bool_or(a.attname = 'login_id') then 't.login_id in (select l.id from hub.login l where l.org_id = $1)'
                when bool_or(a.attname = 'network_id') then 't.network_id in (select w.id from hub.network w where w.keeper = $1)'
                when bool_or(a.attname = 'window_id') then 't.window_id in (select w.id from hub.case_window w where w.owner_org = $1)'
                end as whose, bool_or(a.attname = 'by_org') as written
            from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
            where n.nspname in ('haki', 'hub', 'vault', 'facts') and c.relkind in ('r', 'p')
            group by c.oid, n.nspname, c.relname order by 1""";

    private record Table(String name, String whose, boolean written) {}

    private final JdbcClient owner;
    private final TransactionTemplate transaction;
    private final List<Table> tables;

    Rows(ApplicationContext haki) {
        var connection = new DriverManagerDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url"));
        owner = JdbcClient.create(connection);
        transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
        tables = owner.sql(WHOSE).query((row, _) -> new Table(row.getString("name"), row.getString("whose"), row.getBoolean("written")))
                .list().stream().filter(table -> !new Across().nobodys(table.name())).toList();
        var unknown = tables.stream().filter(table -> table.whose() == null).map(Table::name).toList();
        if (!unknown.isEmpty()) {
            throw new AssertionError("Whose the rows of these are is said neither by a column nor by across.txt: " + unknown);
        }
        makeWitness();
    }

    /** The rows of this organisation by table, each as the values of its columns. */
    Map<String, List<JsonNode>> of(UUID org) {
        return asBackup(() -> {
            var rows = new TreeMap<String, List<JsonNode>>();
            tables.forEach(table -> rows.put(table.name(), owner.sql("select to_jsonb(t)::text from " + table.name() + " t where "
                            + table.whose().replace("$1", "'" + org + "'"))
                    .query(String.class).list().stream().map(text -> JsonMapper.shared().readTree(text)).toList()));
            return rows;
        });
    }

    /** Some rows of one table. */
    List<JsonNode> some(String table, String where) {
        return asBackup(() -> owner.sql("select to_jsonb(t)::text from " + table + " t where " + where)
                .query(String.class).list().stream().map(text -> JsonMapper.shared().readTree(text)).toList());
    }

    /** What there is now of this organisation's, but for what {@code guest} wrote: to be asked inside somebody's transaction. */
    static Map<String, String> witnessed(JdbcClient jdbc, UUID org, UUID guest) {
        var sums = new LinkedHashMap<String, String>();
        jdbc.sql("select * from witness.rows_of(:org, :guest)").param("org", org).param("guest", guest)
                .query((row, _) -> sums.put(row.getString(1), row.getString(2))).list();
        return sums;
    }

    private void makeWitness() {
        var sums = new ArrayList<String>();
        for (var table : tables) {
            var others = table.written() ? " and t.by_org <> guest" : table.name().equals("hub.window_wrap") ? " and t.org_id <> guest" : "";
            var shared = table.name().equals("hub.case_window") ? " and t.to_org is distinct from guest" : "";
            sums.add("select '" + table.name() + "'::text, count(*) || ' ' || coalesce(sum(hashtext(t.ctid::text || ' ' || t.xmin::text)), 0) from " + table.name() + " t where "
                    + table.whose().replace("$1", "org") + others + shared);
        }
        asBackup("create schema witness authorization haki_backup;; set local role haki_backup;; "
                + "create function witness.rows_of(org uuid, guest uuid) returns table (name text, sum text) language plpgsql stable security definer as $$ "
                + "begin return query " + String.join(" union all ", sums) + "; end $$;; "
                + "grant usage on schema witness to haki_app, haki_guest, haki_public;; "
                + "grant execute on function witness.rows_of(uuid, uuid) to haki_app, haki_guest, haki_public");
    }

    /** How a function is written. */
    String function(String name) {
        return owner.sql("select pg_get_functiondef(:name::regprocedure)").param("name", name).query(String.class).single();
    }

    /** Writes something of the schema anew. */
    void change(String sql) {
        owner.sql("do $change$ begin execute '" + sql.replace("'", "''") + "'; end $change$").update();
    }

    @Override
    public void close() {
        asBackup("set local role haki_backup;; drop schema witness cascade");
    }

    private void asBackup(String statements) {
        transaction.executeWithoutResult(_ -> {
            for (var statement : statements.split(";; ")) {
                owner.sql(statement).update();
            }
        });
    }

    private <T> T asBackup(Supplier<T> looking) {
        return transaction.execute(_ -> {
            owner.sql("set local role haki_backup").update();
            return looking.get();
        });
    }
}
