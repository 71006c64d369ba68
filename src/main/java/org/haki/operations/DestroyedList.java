package org.haki.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What was destroyed, written down outside the database as well: {@code destroyed.log} in the data folder and beside
 * each backup. After an older backup is restored it is destroyed again. Lines are only added; they hold ids only.
 */
record DestroyedList(Path file) {

    private static final String NAME = "destroyed.log";

    /** One destroyed key. */
    record Line(UUID org, UUID key, Instant at) {

        private String text() {
            return org + " " + key + " " + at;
        }

        private static Line of(String text) {
            var parts = text.split(" ");
            return new Line(UUID.fromString(parts[0]), UUID.fromString(parts[1]), Instant.parse(parts[2]));
        }
    }

    static DestroyedList in(Path folder) {
        return new DestroyedList(folder.resolve(NAME));
    }

    Set<Line> lines() {
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Line::of).collect(Collectors.toCollection(LinkedHashSet::new))
                    : Set.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Adds the lines that are not there yet; they are on the disk when this returns. */
    void add(Collection<Line> lines) {
        var known = lines();
        var fresh = lines.stream().filter(line -> !known.contains(line)).map(Line::text).collect(Collectors.joining("\n"));
        if (fresh.isEmpty()) {
            return;
        }
        try {
            Files.writeString(file, fresh + "\n", StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
