package org.haki;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.haki.access.Office;
import org.haki.access.Organisation;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is really in the database, as the role that makes backups sees it: no policy hides anything from it. */
public final class Everything {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    private Everything(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    public static Everything in(ApplicationContext haki) {
        return new Everything(new DriverManagerDataSource(haki.getEnvironment().getRequiredProperty("haki.database.owner-url")));
    }

    public int intakes(Organisation organisation) {
        return count("select count(*) from haki.intake where org_id = :org", organisation);
    }

    public int quarantined(Organisation organisation) {
        return count("select count(*) from haki.intake where org_id = :org and quarantined", organisation);
    }

    /** The facts of advice given without a case that stand. */
    public int consultsInFigures(Organisation organisation) {
        return count("""
                select count(*) from facts.fact f where f.org_id = :org and f.kind = 'intake_decided' and f.outcome = 'consulted'
                and not exists (select 1 from facts.fact n where n.org_id = f.org_id and n.replaces = f.id)""", organisation);
    }

    public void makeReceiptsOlder(Organisation organisation) {
        jdbc.sql("update hub.receipt set created_at = created_at - interval '1 hour' where org_id = :org")
                .param("org", organisation.id())
                .update();
    }

    /** What was told to whoever signs in with this name, oldest first: template and path. */
    public List<String> mailsTo(String signInName) {
        return asBackup(() -> jdbc.sql("""
                        select o.template || ' ' || o.path from hub.outbox o join hub.login l on l.id = o.to_login
                        where l.sign_in_name = :name order by o.created_at""")
                .param("name", signInName)
                .query(String.class)
                .list());
    }

    /** What waits to be sent, or was sent, to people of this organisation. */
    public List<String> outbox(Organisation organisation) {
        return asBackup(() -> jdbc.sql("select o.template || ' ' || o.code || ' ' || o.path from hub.outbox o where o.org_id = :org")
                .param("org", organisation.id())
                .query(String.class)
                .list());
    }

    /** As its network's keeper would. */
    public void suspend(Organisation organisation) {
        jdbc.sql("update hub.organisation set state = 'suspended' where id = :org").param("org", organisation.id()).update();
    }

    public void reinstate(Organisation organisation) {
        jdbc.sql("update hub.organisation set state = 'active' where id = :org").param("org", organisation.id()).update();
    }

    /** The tables in which a row holds this text anywhere. */
    public List<String> holds(String text) {
        return asBackup(() -> jdbc.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname in ('haki', 'hub', 'vault', 'facts')""")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> jdbc.sql("select count(*) from " + table + " t where t::text ilike :text")
                        .param("text", "%" + text + "%")
                        .query(Integer.class)
                        .single() > 0)
                .toList());
    }

    /** What matches this expression in any row, and in which tables it stands. */
    public Map<String, List<String>> found(String expression) {
        return asBackup(() -> jdbc.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname in ('haki', 'hub', 'vault', 'facts')""")
                .query(String.class)
                .list()
                .stream()
                .flatMap(table -> jdbc.sql("select distinct m[1] from " + table + " t, regexp_matches(t::text, :expression, 'gi') m")
                        .param("expression", expression)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(one -> Map.entry(one, table)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
    }

    /** How many rows each table holds of this organisation; without the trail, which every deed adds to. */
    public Map<String, Integer> rowsOf(Organisation organisation) {
        return asBackup(() -> jdbc.sql("""
                        select format('%I.%I', table_schema, table_name) from information_schema.columns
                        where column_name = 'org_id' and table_schema in ('haki', 'vault', 'facts')
                          and table_name not like 'audit%'""")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from " + table + " where org_id = :org")
                        .param("org", organisation.id())
                        .query(Integer.class)
                        .single())));
    }

    /** What the trail says of the case with this code. */
    public List<String> trailOf(String code) {
        return asBackup(() -> jdbc.sql("""
                        select e.act from haki.audit_entry e
                        join haki.audit_subject s on s.org_id = e.org_id and s.seq = e.seq
                        join haki.case_file f on f.org_id = s.org_id and f.id = s.case_id
                        where f.code = :code""")
                .param("code", code)
                .query(String.class)
                .list());
    }

    /** The facts of this kind that the organisation has. */
    public List<Map<String, Object>> facts(String kind, Organisation organisation) {
        return asBackup(() -> jdbc.sql("select * from facts.fact where org_id = :org and kind = :kind")
                .param("org", organisation.id())
                .param("kind", kind)
                .query()
                .listOfRows());
    }

    /** As many facts of today in which this question was answered so. */
    public void counted(Organisation organisation, Office office, String type, String question, String choice, int times) {
        for (int i = 0; i < times; i++) {
            pass("""
                    insert into facts.fact (org_id, id, ref, item, kind, on_day, office_id, case_type, answers)
                    values (:org, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', '%s', '{"%s": ["%s"]}')"""
                    .formatted(question.contains("incident") ? "incident" : "answered", LocalDate.now(organisation.zone()), office.id(), type,
                            question, choice), organisation);
        }
    }

    /** Changes rows of this organisation, as time would. */
    public void pass(String sql, Organisation organisation) {
        asBackup(() -> jdbc.sql(sql).param("org", organisation.id()).update());
    }

    /** Lets PostgreSQL look at how full this table is. */
    public void analyze(String table) {
        jdbc.sql("analyze " + table).update();
    }

    /** What this counts for the organisation. */
    public int count(String sql, Organisation organisation) {
        return asBackup(() -> jdbc.sql(sql).param("org", organisation.id()).query(Integer.class).single());
    }

    /** The texts that this finds for the organisation. */
    public List<String> list(String sql, Organisation organisation) {
        return asBackup(() -> jdbc.sql(sql).param("org", organisation.id()).query(String.class).list());
    }

    private <T> T asBackup(Supplier<T> looking) {
        return transaction.execute(_ -> {
            jdbc.sql("set local role haki_backup").update();
            return looking.get();
        });
    }
}
