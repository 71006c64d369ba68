package org.haki.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.haki.kernel.Refusal;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.StringUtils;

/** A database without a single table, to restore a backup into. */
public final class BlankDatabase implements OwnerDoor, AutoCloseable {

    private final Database database;

    private BlankDatabase(Database database) {
        this.database = database;
    }

    /** The database of these settings; refuses one that holds an installation already. */
    public static BlankDatabase of(Path data, String url, String ownerUrl) {
        var blank = new BlankDatabase(
                StringUtils.hasText(url) ? Database.external(url, ownerUrl) : Database.embedded(data, false));
        if (blank.holdsTables()) {
            blank.close();
            throw new Refusal("The database already holds an installation, and nothing is written over it."
                    + " Restore into a new data folder: HAKI_DATA=… bin/haki restore FILE.");
        }
        return blank;
    }

    /** A PostgreSQL of its own in an empty folder, for a while. */
    public static BlankDatabase scratch(Path folder) {
        return new BlankDatabase(Database.embedded(folder, false));
    }

    /** Makes the tables as they were at this step of the migrations. */
    public void migrateTo(String step) {
        Migrations.upTo(database.owner(), step);
    }

    @Override
    public Connection connect() throws SQLException {
        return database.connectAsOwner();
    }

    /** Settings under which a Haki starts on this database as on somebody else's PostgreSQL. */
    public Map<String, Object> settings() {
        return Map.of("haki.database.url", address(database.application()), "haki.database.owner-url", address(database.owner()));
    }

    @Override
    public void close() {
        database.close();
    }

    private boolean holdsTables() {
        try (var connection = connect();
                var found = connection.createStatement()
                        .executeQuery("select 1 from pg_namespace where nspname in ('haki', 'hub', 'vault', 'facts')")) {
            return found.next();
        } catch (SQLException unreachable) {
            close();
            throw new Refusal("The database to restore into cannot be reached.", unreachable);
        }
    }

    private static String address(PGSimpleDataSource door) {
        return door.getUrl() + (door.getUrl().contains("?") ? "&" : "?") + "user=" + door.getUser() + "&password=" + door.getPassword();
    }
}
