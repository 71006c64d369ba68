package org.haki.database;

import java.util.Arrays;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.MigrationVersion;
import org.haki.kernel.Refusal;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Brings the tables to the state that this Haki knows, one timeline of files in {@code db/migration}. */
final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Runs what has not run yet; refuses a database that a newer Haki wrote, or whose past is another. */
    static void run(PGSimpleDataSource owner) {
        run(owner, _ -> {});
    }

    /** As {@link #run(PGSimpleDataSource)}; a database that holds something is shown to somebody first, to keep a copy. */
    static void run(PGSimpleDataSource owner, BeforeMigrating before) {
        var flyway = to(owner, "latest");
        int waiting = waiting(flyway);
        if (waiting == 0) {
            return;
        }
        if (flyway.info().current() != null) {
            before.run(owner::getConnection);
        }
        log.info("Bringing the database up to date: {} {} …", waiting, waiting == 1 ? "step" : "steps");
        flyway.migrate();
    }

    /** Refuses tables that are not exactly those that this Haki knows. */
    static void refuseOther(PGSimpleDataSource owner) {
        if (waiting(to(owner, "latest")) > 0) {
            throw new Refusal("The Haki at work in this data folder is older than this command. Stop it, and start the newer one first.");
        }
    }

    /** Brings an empty database to this step and no further; refuses a step that this Haki does not know. */
    static void upTo(PGSimpleDataSource owner, String step) {
        var flyway = to(owner, step);
        if (Arrays.stream(flyway.info().all()).noneMatch(known -> known.getVersion().equals(MigrationVersion.fromVersion(step)))) {
            throw new Refusal("The backup was made by a newer Haki: its database is at step " + step
                    + ", which this Haki does not know. Restore it with that Haki or a newer one.");
        }
        flyway.migrate();
    }

    private static Flyway to(PGSimpleDataSource owner, String step) {
        return Flyway.configure()
                .dataSource(plain(owner))
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .createSchemas(false)
                .cleanDisabled(true)
                .target(step)
                .load();
    }

    /**
     * The owner's door with no more than host, port and database in its address: Flyway looks through an address for passwords,
     * and in one with all the settings of a door that took it a tenth of Haki's start. A step may last longer than a page waits.
     */
    private static DataSource plain(PGSimpleDataSource owner) {
        var address = owner.getUrl();
        var settings = Driver.parseURL(address, new Properties());
        settings.setProperty(PGProperty.USER.getName(), owner.getUser());
        settings.setProperty(PGProperty.PASSWORD.getName(), Objects.requireNonNullElse(owner.getPassword(), ""));
        settings.setProperty(PGProperty.SOCKET_TIMEOUT.getName(), "0");
        return new DriverManagerDataSource(address.substring(0, address.indexOf('?')), settings);
    }

    /** How many steps have not run; those that have must be ours. */
    private static int waiting(Flyway flyway) {
        var info = flyway.info();
        if (Arrays.stream(info.applied()).anyMatch(step -> !step.getState().isResolved())) {
            throw new Refusal("The database was written by a newer Haki: it is at step " + info.current().getVersion()
                    + ", which this Haki does not know. Start the newer Haki, or restore an older backup into a new data folder.");
        }
        flyway.validateWithResult().invalidMigrations.stream()
                .filter(step -> step.errorDetails.errorCode != CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED)
                .findFirst()
                .ifPresent(step -> {
                    throw new Refusal("The database was written by another edition of Haki: its step " + step.version + " ("
                            + step.description + ") differs from this one's. Start the Haki that wrote it,"
                            + " or restore a backup into a new data folder.");
                });
        return info.pending().length;
    }
}
