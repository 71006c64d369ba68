package org.haki.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.haki.kernel.Id;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills a network: some cases of each organisation through the services that people use, then copies of these, two
 * organisations at a time. What could be broken by writing in bulk is put back as it was: settings, indexes.
 */
final class Filler {

    private static final int BY_SERVICES = 12;
    /** Of the cases so many in a hundred are open, but a worker has at most so many: what grows is the archive. */
    private static final int OPEN_OF_A_HUNDRED = 30;
    private static final int OPEN_A_WORKER = 60;
    /** From so many on it is quicker to make the indexes at the end. */
    private static final int MANY = 20_000;

    private final ApplicationContext haki;
    private final DataSource superuser;
    private final JdbcTemplate jdbc;

    Filler(ApplicationContext haki, DataSource superuser) {
        this.haki = haki;
        this.superuser = superuser;
        this.jdbc = new JdbcTemplate(superuser);
    }

    /** So many organisations, each with a dozen cases, reports and the people who work there. */
    Network found(Path folder, int organisations, int sheets) throws Exception {
        System.out.printf("%d organisations with %d cases each, through the services that people use …%n", organisations, BY_SERVICES);
        var towns = new InventedTowns(haki);
        var houses = towns.houses(organisations);
        var first = Id.next();
        towns.fill(houses, BY_SERVICES * organisations);
        var kept = houses.stream().map(InventedTowns.House::kept).toList();
        kept.stream().skip(1).limit(9).forEach(house -> towns.reports(house, 30));
        var advice = towns.houses(2).getFirst();
        towns.adviceCases(advice, sheets);
        return new Network(BY_SERVICES * organisations, first, kept, advice.kept()).keptIn(folder);
    }

    /** The same network with so many cases. */
    Network grown(Path folder, Network network, int cases) throws Exception {
        long begun = System.nanoTime();
        int many = cases - network.cases();
        System.out.printf("%,d cases more as copies of these, each of a person, keys and a code of its own …%n", many);
        Files.delete(folder.resolve(Network.FILE));
        sparing(many > MANY, () -> copies(network, many));
        System.out.println("… and lets PostgreSQL look at its tables …");
        jdbc.execute("delete from hub.outbox");
        jdbc.execute("vacuum analyze");
        jdbc.execute("checkpoint");
        System.out.printf("Grown in %.0f s; %s on the disk.%n", (System.nanoTime() - begun) / 1e9,
                jdbc.queryForObject("select pg_size_pretty(pg_database_size(current_database()))", String.class));
        return new Network(cases, network.first(), network.houses(), network.advice()).keptIn(folder);
    }

    private void copies(Network network, int many) throws InterruptedException {
        var houses = network.houses();
        var done = new AtomicInteger();
        long begun = System.nanoTime();
        var copies = new Copies(haki, superuser, "set session_replication_role = replica");
        try (var two = Executors.newFixedThreadPool(2)) {
            var all = new ArrayList<Callable<Void>>();
            for (var house : houses) {
                int place = houses.indexOf(house);
                int size = (int) ((long) many * (place + 1) / houses.size() - (long) many * place / houses.size());
                all.add(() -> {
                    int room = OPEN_A_WORKER * house.workers().size() - open(house);
                    int open = Math.max(0, Math.min(size * OPEN_OF_A_HUNDRED / 100, room));
                    copies.fill(house.organisation(), network.first(), house.workers(), size, open, () -> said(done.incrementAndGet(), many, begun));
                    return null;
                });
            }
            for (var each : two.invokeAll(all)) {
                each.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static void said(int now, int many, long begun) {
        if ((long) now * 10 / many > (now - 1L) * 10 / many) {
            System.out.printf("  %,d of %,d cases, %,.0f a second%n", now, many, now / ((System.nanoTime() - begun) / 1e9));
        }
    }

    private int open(Network.House house) {
        return jdbc.queryForObject("select count(*) from haki.case_file where org_id = ? and status = 'open'", Integer.class, house.organisation());
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** Without the indexes that hold nothing together, and with less care for the disk; both are back afterwards. */
    private void sparing(boolean many, Deed deed) throws Exception {
        if (!many) {
            deed.run();
            return;
        }
        var indexes = jdbc.queryForList("""
                select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('haki', 'vault', 'facts') and not i.indisunique""", String.class);
        var names = jdbc.queryForList("""
                select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('haki', 'vault', 'facts') and not i.indisunique""", String.class);
        jdbc.execute("alter system set max_wal_size = '4GB'");
        jdbc.execute("alter system set full_page_writes = off");
        jdbc.execute("alter system set autovacuum = off");
        jdbc.execute("select pg_reload_conf()");
        names.forEach(name -> jdbc.execute("drop index " + name));
        try {
            deed.run();
            System.out.println("… makes their indexes …");
            try (var two = Executors.newFixedThreadPool(2)) {
                for (var each : two.invokeAll(indexes.stream().<Callable<Void>>map(index -> () -> make(index)).toList())) {
                    each.get();
                }
            }
        } finally {
            jdbc.execute("alter system reset all");
            jdbc.execute("select pg_reload_conf()");
        }
    }

    private Void make(String index) throws SQLException {
        try (var connection = superuser.getConnection()) {
            new JdbcTemplate(new SingleConnectionDataSource(connection, true)).execute("set maintenance_work_mem = '256MB'; " + index);
        }
        return null;
    }
}
