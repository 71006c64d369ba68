package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
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
        for (int command : new int[] {30, 150, 600}) {
            var database = TestDatabase.empty();
            cutAt(command, database);
            assertThatThrownBy(() -> Migrations.run(database.owner())).as("cut at command %d", command).isInstanceOf(Exception.class);
            execute(database.superuser(), "drop event trigger cuts");
            assertThatCode(() -> Migrations.run(database.owner())).as("begun again after a cut at command %d", command).doesNotThrowAnyException();
            assertThat(count(database, "select count(*) from pg_class where relkind in ('r', 'i')")).isEqualTo(whole);
        }
    }

    /** Whoever changes the tables is ended at this command, in the middle of a step. */
    private static void cutAt(int command, TestDatabase database) throws SQLException {
        execute(database.superuser(), """
                create schema cut;
                create sequence cut.commands;
                create function cut.cuts() returns event_trigger language plpgsql security definer as $$
                begin
                    if nextval('cut.commands') = %d then
                        perform pg_terminate_backend(pg_backend_pid());
                    end if;
                end $$;
                create event trigger cuts on ddl_command_end execute function cut.cuts()""".formatted(command));
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        execute(database.owner(), sql);
    }

    private static void execute(DataSource door, String sql) throws SQLException {
        try (var connection = door.getConnection(); var statement = connection.createStatement()) {
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
