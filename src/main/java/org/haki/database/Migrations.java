package org.haki.database;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.MigrationVersion;
import org.haki.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the tables to the state that this Haki knows, one timeline of files in {@code db/migration}. */
final class Migrations {

    private static final Logger log = LoggerFactory.getLogger(Migrations.class);

    private Migrations() {}

    /** Runs what has not run yet; refuses a database that a newer Haki wrote, or whose past is another. */
    static void run(DataSource owner) {
        run(owner, _ -> {});
    }

    /** As {@link #run(DataSource)}; a database that holds something is shown to somebody first, to keep a copy. */
    static void run(DataSource owner, BeforeMigrating before) {
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
    static void refuseOther(DataSource owner) {
        if (waiting(to(owner, "latest")) > 0) {
            throw new Refusal("The Haki at work in this data folder is older than this command. Stop it, and start the newer one first.");
        }
    }

    /** Brings an empty database to this step and no further; refuses a step that this Haki does not know. */
    static void upTo(DataSource owner, String step) {
        var flyway = to(owner, step);
        if (Arrays.stream(flyway.info().all()).noneMatch(known -> known.getVersion().equals(MigrationVersion.fromVersion(step)))) {
            throw new Refusal("The backup was made by a newer Haki: its database is at step " + step
                    + ", which this Haki does not know. Restore it with that Haki or a newer one.");
        }
        flyway.migrate();
    }

    private static Flyway to(DataSource owner, String step) {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .createSchemas(false)
                .cleanDisabled(true)
                .target(step)
                .load();
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
