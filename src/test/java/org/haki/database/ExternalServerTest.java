package org.haki.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.haki.kernel.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether a PostgreSQL of somebody's own is new enough: {@code bin/soak --external 15} and later ones. */
@Tag("soak")
class ExternalServerTest {

    @Test
    void one_before_16_is_refused_in_a_sentence_and_a_later_one_gets_its_tables_and_is_found_safe() throws IOException, SQLException {
        var jar = System.getProperty("haki.external");
        assertThat(jar).as("bin/soak --external N says which PostgreSQL").isNotNull();
        int major = ExternalServer.major(Path.of(jar));
        try (var server = ExternalServer.start(Path.of(jar), Path.of("target", "external-alone"))) {
            if (major < 16) {
                rolesOf(server, """
                        create role haki_owner login password 'owner';
                        create role haki_app login password 'app';
                        create database haki owner haki_owner""");
                var database = Database.inside(server.credentials(), "haki", true, () -> {});
                assertThatThrownBy(() -> DatabaseChecks.refuseUnsafeServer(database.application(), database.owner()))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("The database is PostgreSQL " + major)
                        .hasMessageContaining("Haki needs 16.10, 17.6 or 18, or later");
            } else {
                EmbeddedRoles.make(server.credentials());
                var database = Database.inside(server.credentials(), "haki", true, () -> {});
                DatabaseChecks.refuseUnsafeServer(database.application(), database.owner());
                Migrations.run(database.owner());
                DatabaseChecks.refuseUnsafeTables(database.application());
            }
        }
    }

    private static void rolesOf(ExternalServer server, String statements) throws SQLException {
        try (var connection = EmbeddedRoles.superuser(server.credentials()).getConnection();
                var statement = connection.createStatement()) {
            for (var one : statements.split(";")) {
                statement.execute(one);
            }
        }
    }
}
