package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/** PostgreSQL's own log: one file a start, and the one before. */
final class PostgresJournal {

    private static final Pattern COMPLAINT = Pattern.compile("FATAL:|PANIC:|could not|invalid value|syntax error|unrecognized");

    private PostgresJournal() {}

    /** Puts the last start's log aside. */
    static void turn(Path journal) {
        try {
            if (Files.exists(journal)) {
                Files.move(journal, journal.resolveSibling("postgresql.before.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The fatal lines of a start that failed. */
    static String complaint(Path journal) {
        try (var lines = Files.lines(journal)) {
            return String.join(" ", lines
                    .filter(line -> COMPLAINT.matcher(line).find())
                    .map(line -> line.replaceFirst("^.*?(LOG|FATAL|PANIC):\\s+", "") + ".")
                    .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
