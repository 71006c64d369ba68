package org.haki.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class DatabaseChecksTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table haki.case_note no force row level security             | forced on haki.case_note
            alter table vault.person disable row level security                | forced on vault.person
            alter table facts.fact no force row level security                 | forced on facts.fact
            create table haki.loose (org_id uuid)                              | forced on haki.loose
            alter table haki.draft owner to haki_app                           | haki_app owns haki.draft
            create table public.own as select 1 as n; alter table public.own owner to haki_public | haki_app owns public.own
            grant truncate on haki.case_file to haki_app                       | TRUNCATE on haki.case_file
            grant trigger on haki.intake to haki_public                        | TRIGGER on haki.intake
            grant references on vault.person to public                         | REFERENCES on vault.person
            grant select on hub.login to haki_app                              | SELECT on hub.login
            grant select on hub.session to public                              | SELECT on hub.session
            alter role haki_app bypassrls                                      | role haki_app is above row security
            alter role haki_app superuser                                      | role haki_app is a superuser
            alter role haki_owner superuser                                    | role haki_owner is a superuser
            alter role haki_app createrole                                     | may make roles
            alter role haki_app createdb                                       | may make roles
            alter role haki_app replication                                    | may make roles
            alter role haki_guest bypassrls                                    | role haki_guest is above row security
            grant haki_backup to haki_app                                      | may become haki_backup
            grant pg_read_all_data to haki_app                                 | may become pg_read_all_data
            grant pg_write_all_data to haki_reports                            | may become pg_write_all_data
            grant haki_owner to haki_app                                       | may become haki_owner
            alter role haki_owner bypassrls                                    | role haki_owner is above row security
            alter role haki_guest rename to somebody                           | no role haki_guest
            set local synchronous_commit = off                                 | synchronous_commit is off
            set local ignore_checksum_failure = on                             | ignore_checksum_failure is on
            """)
    void a_right_or_setting_that_betrays_the_promises_is_refused(String wrong, String sentence) throws SQLException {
        changed(wrong, connection -> assertThatThrownBy(() -> check(connection))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence));
    }

    @Test
    void the_wrong_users_are_refused() {
        assertThatThrownBy(() -> DatabaseChecks.refuseUnsafeServer(DATABASE.owner(), DATABASE.owner()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("HAKI_DATABASE_URL signs in as haki_owner");
        assertThatThrownBy(() -> DatabaseChecks.refuseUnsafeServer(DATABASE.app(), DATABASE.app()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("HAKI_DATABASE_OWNER_URL signs in as haki_app");
    }

    @Test
    void the_database_as_haki_makes_it_is_accepted() {
        assertThatCode(() -> {
                    DatabaseChecks.refuseUnsafeServer(DATABASE.app(), DATABASE.owner());
                    DatabaseChecks.refuseUnsafeTables(DATABASE.app());
                })
                .doesNotThrowAnyException();
    }

    private static void check(Connection connection) {
        var door = new SingleConnectionDataSource(connection, true);
        DatabaseChecks.refuseUnsafeServer(door, DATABASE.owner());
        DatabaseChecks.refuseUnsafeTables(door);
    }

    /** Changes it in a transaction that is rolled back, and looks at it as haki_app. */
    private static void changed(String sql, Looking looking) throws SQLException {
        try (var connection = DATABASE.superuser().getConnection(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var part : List.of(sql, "set local session authorization haki_app")) {
                statement.execute(part);
            }
            try {
                looking.at(connection);
            } finally {
                connection.rollback();
            }
        }
    }

    private interface Looking {
        void at(Connection connection) throws SQLException;
    }
}
