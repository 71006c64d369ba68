package org.haki.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.haki.database.OwnerDoor;
import org.haki.operations.BackupManifest.Head;
import org.haki.operations.BackupTitle.Table;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Repository;

/** Every table of every module, out and in by COPY, as {@code haki_backup}. */
@Repository
class BackupRepository {

    /** What is done within one transaction of {@code haki_backup}. */
    interface Deed {
        void on(Everything everything) throws SQLException, IOException;
    }

    /** Reads in one snapshot: whatever happens meanwhile, it is not in it. */
    void read(OwnerDoor owner, Deed deed) {
        run(owner, "begin isolation level repeatable read read only", deed);
    }

    /** Writes in one transaction: all of it or nothing. */
    void write(OwnerDoor owner, Deed deed) {
        run(owner, "begin", deed);
    }

    private static void run(OwnerDoor owner, String begin, Deed deed) {
        try (var connection = owner.connect(); var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = 0");
            statement.execute("set statement_timeout = 0");
            statement.execute(begin);
            statement.execute("set local role haki_backup");
            statement.execute("set constraints all deferred");
            deed.on(new Everything(connection));
            statement.execute("commit");
        } catch (SQLException failed) {
            throw new IllegalStateException("The database refused: " + failed.getSQLState(), failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The whole database, seen by the role that passes every policy. */
    static final class Everything {

        private final Connection connection;

        private Everything(Connection connection) {
            this.connection = connection;
        }

        /** The step of the migrations at which the database is. */
        String step() throws SQLException {
            return texts("""
                    select version from public.flyway_schema_history where success and version is not null
                    order by installed_rank desc limit 1""").getFirst();
        }

        /** All tables, each after those that it refers to, but for what is checked at the commit only. */
        List<Table> tables() throws SQLException {
            var waiting = new TreeMap<String, List<String>>();
            rows("""
                    select c.oid::regclass::text, quote_ident(a.attname)
                    from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    where c.relkind = 'r' and n.nspname in ('haki', 'hub', 'vault', 'facts')
                    order by 1, a.attnum""").forEach(row -> waiting.computeIfAbsent(row.get(0), _ -> new ArrayList<>()).add(row.get(1)));
            var before = references();
            var ordered = new ArrayList<Table>();
            while (!waiting.isEmpty()) {
                var next = waiting.keySet().stream()
                        .filter(table -> before.getOrDefault(table, Set.of()).stream().noneMatch(waiting::containsKey))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Tables refer to each other in a circle: " + waiting.keySet()));
                ordered.add(new Table(next, waiting.remove(next)));
            }
            return ordered;
        }

        List<Head> heads() throws SQLException {
            return rows("select org_id::text, seq::text, encode(hash, 'hex') from haki.audit_head order by org_id").stream()
                    .map(row -> new Head(UUID.fromString(row.get(0)), Long.parseLong(row.get(1)), row.get(2)))
                    .toList();
        }

        /** Some keys of an organisation, to see whether they open. */
        List<UUID> someKeys(UUID org, int limit) throws SQLException {
            return texts("select key_id::text from vault.key_wrap where org_id = '" + org + "' order by key_id desc limit " + limit)
                    .stream().map(UUID::fromString).toList();
        }

        /** Writes a table's rows out; answers how many. */
        long copyOut(Table table, OutputStream out) throws SQLException, IOException {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + named(table) + " to stdout", out);
        }

        /** Fills a table; answers how many rows came. */
        long copyIn(Table table, InputStream in) throws SQLException, IOException {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + named(table) + " from stdin", in);
        }

        /** Destroys once more what was destroyed after the backup was made. */
        void destroyAgain(Collection<DestroyedList.Line> lines) throws SQLException {
            try (var list = connection.prepareStatement("""
                    insert into hub.destroyed (org_id, key_id, at) values (?, ?, ?) on conflict do nothing""")) {
                for (var line : lines) {
                    list.setObject(1, line.org());
                    list.setObject(2, line.key());
                    list.setObject(3, line.at().atOffset(ZoneOffset.UTC));
                    list.addBatch();
                }
                list.executeBatch();
            }
            try (var statement = connection.createStatement()) {
                for (var sql : DESTROY_LISTED) {
                    statement.execute(sql);
                }
            }
        }

        private Map<String, Set<String>> references() throws SQLException {
            var before = new LinkedHashMap<String, Set<String>>();
            rows("""
                    select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
                    where contype = 'f' and conrelid <> confrelid and not condeferrable""")
                    .forEach(row -> before.computeIfAbsent(row.get(0), _ -> new TreeSet<>()).add(row.get(1)));
            return before;
        }

        private List<String> texts(String sql) throws SQLException {
            return rows(sql).stream().map(List::getFirst).toList();
        }

        private List<List<String>> rows(String sql) throws SQLException {
            var rows = new ArrayList<List<String>>();
            try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
                int columns = found.getMetaData().getColumnCount();
                while (found.next()) {
                    var row = new ArrayList<String>();
                    for (int column = 1; column <= columns; column++) {
                        row.add(found.getString(column));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }

        private static String named(Table table) {
            return table.name() + " (" + String.join(", ", table.columns()) + ")";
        }
    }

    private static final List<String> DESTROY_LISTED = List.of(
            """
            delete from vault.search_token t using hub.destroyed d, vault.person p
            where p.org_id = d.org_id and p.key_id = d.key_id and t.org_id = p.org_id and t.subject_id = p.id""",
            """
            delete from vault.search_token t using hub.destroyed d, haki.intake i
            where i.org_id = d.org_id and i.key_id = d.key_id and t.org_id = i.org_id and t.subject_id = i.id""",
            """
            delete from hub.receipt r using hub.destroyed d, haki.intake i
            where i.org_id = d.org_id and i.key_id = d.key_id and r.org_id = i.org_id and r.intake_id = i.id""",
            """
            delete from facts.link l using hub.destroyed d, haki.intake i
            where i.org_id = d.org_id and i.key_id = d.key_id and l.org_id = i.org_id and l.object_id = i.id""",
            """
            delete from facts.link l using hub.destroyed d, haki.case_file c
            where c.org_id = d.org_id and c.key_id = d.key_id and l.org_id = c.org_id and l.object_id = c.id""",
            """
            update hub.case_window w set state = 'revoked', reason = 'restored', ended_at = d.at from hub.destroyed d
            where w.owner_org = d.org_id and w.id = d.key_id and w.ended_at is null""",
            """
            update hub.guest_pass p set ended_at = greatest(p.made_at, now()) where p.ended_at is null""",
            """
            delete from vault.key_wrap w using hub.destroyed d where w.org_id = d.org_id and w.key_id = d.key_id""",
            // a backup from before there was such a function is looked after by the night's job, once it is up to date
            """
            do $$ begin
                if to_regprocedure('haki.erase_destroyed()') is not null then perform haki.erase_destroyed(); end if;
            end $$""");
}
