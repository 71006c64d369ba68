package org.haki.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.haki.database.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A backup each night in the data folder, kept for some days: what was destroyed is gone from all of them by then. */
@Component
class NightlyBackup {

    private final Database database;
    private final Backup backup;
    private final DestroyedWriter destroyed;
    private final Path folder;
    private final int days;
    private final ClockWatch watch;
    private final Clock clock;

    NightlyBackup(Database database, Backup backup, DestroyedWriter destroyed, @Value("${haki.data}") Path data,
            @Value("${haki.backup-days}") int days, ClockWatch watch, Clock clock) {
        this.database = database;
        this.backup = backup;
        this.destroyed = destroyed;
        this.folder = data.resolve("backups");
        this.days = days;
        this.watch = watch;
        this.clock = clock;
    }

    /** Writes tonight's, then deletes those whose days are over, by a clock that can be trusted. */
    void write() {
        if (days < 1) {
            return;
        }
        var file = folder.resolve(BackupCommand.name(clock));
        backup.write(database::connectAsOwner, file);
        destroyed.writeBeside(file);
        if (watch.isSteady()) {
            deleteOld(clock.instant().minus(Duration.ofDays(days)));
        }
    }

    private void deleteOld(Instant before) {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(one -> one.getFileName().toString().endsWith(".backup")).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.delete(file);
                }
            }
        } catch (IOException stubborn) {
            throw new UncheckedIOException(stubborn);
        }
    }
}
