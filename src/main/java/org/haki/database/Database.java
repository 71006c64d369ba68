package org.haki.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.haki.kernel.Refusal;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.util.StringUtils;

/**
 * The database at work, embedded or external: its two doors, one for the application and one for the owner of the
 * tables. It is migrated and found safe before anybody gets it.
 */
public final class Database implements AutoCloseable {

    private static final String NAME = "haki";
    private static final int LOGIN_SECONDS = 4;
    private static final int SILENCE_SECONDS = 40;

    private final PGSimpleDataSource application;
    private final PGSimpleDataSource owner;
    private final boolean ours;
    private final Runnable end;

    private Database(PGSimpleDataSource application, PGSimpleDataSource owner, boolean ours, Runnable end) {
        this.application = application;
        this.owner = owner;
        this.ours = ours;
        this.end = end;
    }

    /** The embedded PostgreSQL of this data folder, started for this Haki or, for a command, shared with the one at work. */
    static Database embedded(Path data, boolean shared) {
        var folder = shared ? DataFolder.join(data) : DataFolder.take(data);
        if (!folder.isOurs()) {
            return inside(Credentials.in(folder.path(), true), NAME, false, () -> {});
        }
        EmbeddedPostgres server;
        try {
            server = EmbeddedPostgres.in(folder);
        } catch (RuntimeException refused) {
            folder.close();
            throw refused;
        }
        Runnable end = () -> {
            server.close();
            folder.close();
        };
        SpringApplication.getShutdownHandlers().add(end);
        try {
            server.start();
            EmbeddedRoles.make(server.credentials());
            return inside(server.credentials(), NAME, true, end);
        } catch (RuntimeException refused) {
            end.run();
            throw refused;
        }
    }

    /** A PostgreSQL that somebody else looks after, by its two JDBC addresses with user and password in them. */
    static Database external(String applicationUrl, String ownerUrl) {
        if (!StringUtils.hasText(ownerUrl)) {
            throw new Refusal("HAKI_DATABASE_URL is set, and HAKI_DATABASE_OWNER_URL is not."
                    + " Haki needs both: the first for its work (role haki_app), the second for migrations (role haki_owner).");
        }
        return new Database(
                answering("HAKI_DATABASE_URL", applicationUrl), answering("HAKI_DATABASE_OWNER_URL", ownerUrl), true, () -> {});
    }

    /** A new connection as haki_owner, for migrations, backup and restore. */
    public Connection connectAsOwner() throws SQLException {
        return owner.getConnection();
    }

    /** The door of the application, without a pool. */
    PGSimpleDataSource application() {
        return application;
    }

    /** The door of the owner, without a pool. */
    PGSimpleDataSource owner() {
        return owner;
    }

    /** Whether this Haki may change its tables: not where a command looks on while another Haki is at work. */
    boolean isOurs() {
        return ours;
    }

    @Override
    public void close() {
        end.run();
    }

    /** A database inside an embedded PostgreSQL that runs. */
    static Database inside(Credentials credentials, String name, boolean ours, Runnable end) {
        var url = "jdbc:postgresql://127.0.0.1:" + credentials.port() + "/" + name;
        var application = door(url);
        application.setUser("haki_app");
        application.setPassword(credentials.app());
        var owner = door(url);
        owner.setUser("haki_owner");
        owner.setPassword(credentials.owner());
        return new Database(application, owner, ours, end);
    }

    private static PGSimpleDataSource door(String url) {
        var door = new PGSimpleDataSource();
        door.setUrl(url);
        door.setApplicationName("Haki");
        door.setLoginTimeout(LOGIN_SECONDS);
        door.setConnectTimeout(LOGIN_SECONDS);
        door.setSocketTimeout(SILENCE_SECONDS);
        door.setTcpKeepAlive(true);
        door.setLogServerErrorDetail(false);
        return door;
    }

    private static PGSimpleDataSource answering(String setting, String url) {
        var parts = Driver.parseURL(url, new Properties());
        if (parts == null || parts.getProperty("user") == null) {
            throw new Refusal(setting + " is not an address that Haki can use. It looks like"
                    + " jdbc:postgresql://host:5432/haki?user=haki_app&password=…");
        }
        var door = door(url);
        try (var _ = door.getConnection()) {
            return door;
        } catch (SQLException refused) {
            throw new Refusal(switch (refused.getSQLState() == null ? "" : refused.getSQLState().substring(0, 2)) {
                case "28" -> "PostgreSQL does not let in the user of " + setting + ": its name or its password is wrong.";
                case "3D" -> "PostgreSQL does not have the database that " + setting + " names.";
                default -> "PostgreSQL does not answer at the address in " + setting + ". Is it running, and reachable from here?";
            });
        }
    }
}
