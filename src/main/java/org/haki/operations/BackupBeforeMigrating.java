package org.haki.operations;

import java.nio.file.Path;
import java.time.Clock;
import org.haki.database.BeforeMigrating;
import org.haki.database.OwnerDoor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A newer Haki keeps a copy of everything before it changes the tables; without one it changes nothing. */
@Component
class BackupBeforeMigrating implements BeforeMigrating {

    private static final Logger LOG = LoggerFactory.getLogger(BackupBeforeMigrating.class);

    private final Backup backup;
    private final Path data;
    private final Clock clock;

    BackupBeforeMigrating(Backup backup, @Value("${haki.data}") Path data, Clock clock) {
        this.backup = backup;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public void run(OwnerDoor owner) {
        var file = data.resolve("backups").resolve("before-" + BackupCommand.name(clock));
        LOG.info("Keeping a backup before the database changes …");
        backup.write(owner, file);
        LOG.info("The backup is {}", file);
    }
}
