package org.haki.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import org.haki.database.Database;
import org.springframework.stereotype.Repository;

/** Puts the moments that the database set itself where the story is; the audit trail keeps saying when it was really written. */
@Repository
class DemoRepository {

    private final Database database;

    DemoRepository(Database database) {
        this.database = database;
    }

    /** A connection for a whole story, to be closed after it. */
    Past past() {
        try {
            var connection = database.connectAsOwner();
            connection.createStatement().execute("set role haki_backup");
            return new Past(connection, stamps(connection), Instant.now());
        } catch (SQLException away) {
            throw new IllegalStateException(away);
        }
    }

    /** What was stamped since the story began to be told is moved to a moment of the story. */
    record Past(Connection connection, String stamps, Instant begun) implements AutoCloseable {

        void moveTo(Instant moment) {
            try (var statement = connection.createStatement()) {
                statement.execute(stamps.replace("$moment", "'" + moment + "'").replace("$begun", "'" + begun + "'"));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void close() {
            try (connection) {
                connection.createStatement().execute("reset role");
                connection.createStatement().execute("analyze");
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static String stamps(Connection connection) throws SQLException {
        var updates = new ArrayList<String>();
        try (var found = connection.createStatement().executeQuery("""
                select format('update %s set %I = $moment where %I >= $begun', c.oid::regclass, a.attname, a.attname)
                from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
                join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
                where n.nspname in ('haki', 'hub', 'vault', 'facts') and a.atttypid = 'timestamptz'::regtype
                  and pg_get_expr(d.adbin, d.adrelid) = 'now()' and c.relname not like 'audit%'""")) {
            while (found.next()) {
                updates.add(found.getString(1));
            }
        }
        return String.join("; ", updates);
    }
}
