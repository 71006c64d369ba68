package org.haki.operations;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.haki.database.Database;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** {@code bin/haki backup [FILE]}: everything in one encrypted file, while Haki runs or while it does not. */
@Component("backup")
class BackupCommand implements Command {

    private final Database database;
    private final Backup backup;
    private final DestroyedWriter destroyed;
    private final CalledFrom calledFrom;
    private final Path data;
    private final Clock clock;

    BackupCommand(Database database, Backup backup, DestroyedWriter destroyed, CalledFrom calledFrom,
            @Value("${haki.data}") Path data, Clock clock) {
        this.database = database;
        this.backup = backup;
        this.destroyed = destroyed;
        this.calledFrom = calledFrom;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new Refusal("bin/haki backup [FILE]: one file, or none for one in the data folder.");
        }
        var file = arguments.isEmpty() ? data.resolve("backups").resolve(name(clock)) : calledFrom.path(arguments.getFirst());
        var manifest = backup.write(database::connectAsOwner, file);
        destroyed.writeBeside(file);
        System.out.printf("%s holds everything: %d tables, %d rows. It opens with the root key only.%n"
                + "Keep a copy on another machine, with destroyed.log beside it, and the recovery sheet elsewhere.%n",
                file, manifest.tallies().size(), manifest.rows());
        return 0;
    }

    /** A file name that says when, and nothing else. */
    static String name(Clock clock) {
        return "haki-" + DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss").format(clock.instant().atOffset(ZoneOffset.UTC)) + ".backup";
    }
}
