package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** What a DBA does once for an external PostgreSQL, done for the embedded one at each start: the roles and the database. */
final class EmbeddedRoles {

    private EmbeddedRoles() {}

    /** Makes what is missing. */
    static void make(Credentials credentials) {
        try (var connection = superuser(credentials).getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql());
            setPassword(connection, "haki_owner", credentials.owner());
            setPassword(connection, "haki_app", credentials.app());
            try (var found = statement.executeQuery("select from pg_database where datname = 'haki'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database haki owner haki_owner");
        } catch (SQLException refused) {
            throw new IllegalStateException("The roles of the database could not be made", refused);
        }
    }

    /** The door of the superuser, used at start only. */
    static PGSimpleDataSource superuser(Credentials credentials) {
        var superuser = new PGSimpleDataSource();
        superuser.setUrl("jdbc:postgresql://127.0.0.1:" + credentials.port() + "/postgres");
        superuser.setUser("postgres");
        superuser.setPassword(credentials.superuser());
        superuser.setLogServerErrorDetail(false);
        return superuser;
    }

    /** The roles, as SQL for a DBA. */
    static String sql() {
        try (var roles = EmbeddedRoles.class.getResourceAsStream("/database/roles.sql")) {
            return new String(roles.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }
}
