package org.haki.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.haki.database.BlankDatabase;
import org.haki.kernel.Command;
import org.haki.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * {@code bin/haki restore --check FILE}: restores into a PostgreSQL of its own, proves it, throws it away.
 * {@code bin/haki restore FILE}: the same, and then for good into a data folder that is empty.
 */
@Component("restore")
class RestoreCommand implements Command {

    private static final String CHECK = "--check";

    private final Restore restore;
    private final RestoreProof proof;
    private final CalledFrom calledFrom;
    private final Path data;
    private final String url;
    private final String ownerUrl;

    RestoreCommand(Restore restore, RestoreProof proof, CalledFrom calledFrom, @Value("${haki.data}") Path data,
            @Value("${haki.database.url}") String url, @Value("${haki.database.owner-url}") String ownerUrl) {
        this.restore = restore;
        this.proof = proof;
        this.calledFrom = calledFrom;
        this.data = data;
        this.url = url;
        this.ownerUrl = ownerUrl;
    }

    @Override
    public int run(List<String> arguments) {
        boolean onlyCheck = arguments.contains(CHECK);
        var files = arguments.stream().filter(word -> !word.equals(CHECK)).toList();
        if (files.size() != 1) {
            throw new Refusal("bin/haki restore [--check] FILE: one backup file.");
        }
        var file = calledFrom.path(files.getFirst());
        check(file);
        if (!onlyCheck) {
            restore(file);
        }
        return 0;
    }

    private void check(Path file) {
        restore.refuseUnopened(file);
        System.out.println("Restoring into a database of its own, to see whether the backup is whole …");
        var folder = scratchFolder();
        try (var scratch = BlankDatabase.scratch(folder)) {
            var read = restore.into(scratch, file, List.of());
            var found = proof.of(scratch, read.manifest(), folder);
            System.out.printf("The backup of %s is whole: %d tables, %d rows, step %s.%n",
                    read.title().takenAt().truncatedTo(ChronoUnit.SECONDS), read.manifest().tallies().size(),
                    read.manifest().rows(), read.title().step());
            found.forEach(one -> System.out.printf("Organisation %s: the trail of %d entries is unbroken, %d keys open.%n",
                    one.org(), one.entries(), one.opened()));
        } finally {
            delete(folder);
        }
    }

    private void restore(Path file) {
        var destroyed = destroyed(file);
        try (var database = BlankDatabase.of(data, url, ownerUrl)) {
            restore.into(database, file, destroyed);
            DestroyedList.in(data).add(destroyed);
        }
        System.out.printf("Restored. What was destroyed stays destroyed (%d keys are on the list). Start Haki with bin/run.%n", destroyed.size());
    }

    /** What was destroyed, as it is written beside the backup and in the data folder. */
    private Set<DestroyedList.Line> destroyed(Path file) {
        var lines = new LinkedHashSet<DestroyedList.Line>();
        lines.addAll(DestroyedList.in(file.getParent()).lines());
        lines.addAll(DestroyedList.in(data).lines());
        return lines;
    }

    private static Path scratchFolder() {
        try {
            return Files.createTempDirectory("haki-restore-");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException stubborn) {
            throw new UncheckedIOException(stubborn);
        }
    }
}
