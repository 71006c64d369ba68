package org.haki.database;

import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
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
        try {
            refuseNewer(flyway);
            int waiting = flyway.info().pending().length;
            if (waiting > 0) {
                if (flyway.info().current() != null) {
                    before.run(owner::getConnection);
                }
                log.info("Bringing the database up to date: {} {} …", waiting, waiting == 1 ? "step" : "steps");
            }
            flyway.migrate();
        } catch (FlywayException failed) {
            if (failed.getErrorCode() != null && failed.getErrorCode().toString().contains("VALIDATE")) {
                throw new Refusal("The database was made by another edition of this Haki's migrations: " + firstLine(failed)
                        + " Start the Haki that wrote it, or restore a backup into a new data folder.");
            }
            throw failed;
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

    private static void refuseNewer(Flyway flyway) {
        for (MigrationInfo step : flyway.info().all()) {
            if (step.getState().isResolved() || !step.getState().isApplied()) {
                continue;
            }
            throw new Refusal("The database was written by a newer Haki: it is at step " + flyway.info().current().getVersion()
                    + ", which this Haki does not know. Start the newer Haki, or restore an older backup into a new data folder.");
        }
    }

    private static String firstLine(FlywayException failed) {
        return failed.getMessage().lines().skip(1).findFirst().orElse(failed.getMessage()).strip();
    }
}
