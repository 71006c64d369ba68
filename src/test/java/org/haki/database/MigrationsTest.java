package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    @Test
    void a_database_that_a_newer_haki_wrote_is_refused() throws SQLException {
        var database = TestDatabase.fresh();
        execute(database, """
                insert into public.flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (1000, '9000', 'tomorrow', 'SQL', 'V9000__tomorrow.sql', 1, 'haki_owner', 1, true)""");
        assertThatThrownBy(() -> Migrations.run(database.owner()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("written by a newer Haki: it is at step 9000");
    }

    @Test
    void a_database_with_another_past_is_refused() throws SQLException {
        var database = TestDatabase.fresh();
        execute(database, "update public.flyway_schema_history set checksum = 1 where version = '0004'");
        assertThatThrownBy(() -> Migrations.run(database.owner()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("its step 0004");
    }

    @Test
    void a_command_beside_an_older_haki_is_refused_and_changes_nothing() throws SQLException {
        var database = TestDatabase.empty();
        assertThatThrownBy(() -> Migrations.refuseOther(database.owner()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("older than this command");
        assertThat(count(database, "select count(*) from pg_namespace where nspname = 'haki'")).isZero();
    }

    @Test
    void every_migration_runs_as_the_owner_and_a_second_time_there_is_nothing_to_do() throws SQLException {
        var database = TestDatabase.empty();
        Migrations.run(database.owner());
        assertThat(count(database, "select count(*) from hub.organisation")).isZero();
        assertThatCode(() -> Migrations.run(database.owner())).doesNotThrowAnyException();
        assertThatCode(() -> Migrations.refuseOther(database.owner())).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_holds_something_is_kept_before_it_changes_and_stays_as_it_was_without_a_copy() throws SQLException {
        var database = TestDatabase.empty();
        Migrations.run(database.owner(), _ -> {
            throw new AssertionError("there is nothing to keep yet");
        });
        Migrations.run(database.owner(), _ -> {
            throw new AssertionError("nothing changes");
        });
        var older = TestDatabase.empty();
        Migrations.upTo(older.owner(), "0004");
        assertThatThrownBy(() -> Migrations.run(older.owner(), _ -> {
            throw new Refusal("no room for a copy");
        })).isInstanceOf(Refusal.class);
        assertThat(count(older, "select count(*) from pg_tables where tablename = 'case_file'")).isZero();
        var kept = new AtomicInteger();
        Migrations.run(older.owner(), _ -> kept.incrementAndGet());
        assertThat(kept).hasValue(1);
        assertThat(count(older, "select count(*) from pg_tables where tablename = 'case_file'")).isOne();
    }

    @Test
    @Tag("soak")
    void F13_a_migration_that_is_cut_in_the_middle_is_taken_up_where_it_stopped() throws Exception {
        var whole = count(TestDatabase.fresh(), "select count(*) from pg_class where relkind in ('r', 'i')");
        for (int steps : new int[] {2, 20, 45}) {
            var database = TestDatabase.empty();
            var cut = Thread.ofVirtual().start(() -> cutAfter(steps, database));
            assertThatThrownBy(() -> Migrations.run(database.owner())).as("cut after %d steps", steps).isInstanceOf(Exception.class);
            cut.join();
            Migrations.run(database.owner());
            assertThat(count(database, "select count(*) from pg_class where relkind in ('r', 'i')")).isEqualTo(whole);
        }
    }

    /** Ends every line of the owner once so many steps are done. */
    private static void cutAfter(int steps, TestDatabase database) {
        await().ignoreExceptions().pollInterval(Duration.ofMillis(1)).until(() -> {
            try (var superuser = database.superuser().getConnection(); var statement = superuser.createStatement();
                    var found = statement.executeQuery("select count(*) from public.flyway_schema_history")) {
                return found.next() && found.getInt(1) >= steps
                        && statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where usename = 'haki_owner' and datname = current_database()");
            }
        });
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database, String sql) throws SQLException {
        try (var connection = database.owner().getConnection(); var found = connection.createStatement().executeQuery(sql)) {
            found.next();
            return found.getInt(1);
        }
    }
}
