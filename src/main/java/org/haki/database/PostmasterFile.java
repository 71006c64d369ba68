package org.haki.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL's own lock file, postmaster.pid, says. It is read and never deleted.
 *
 * @param files the folder of the database
 * @param pid   the process that holds it, or held it when it was killed
 * @param since when that process began, in seconds; where Haki runs in a container, the next one has the same number
 * @param ready whether it takes connections
 */
record PostmasterFile(Path files, long pid, long since, boolean ready) {

    private static final int SINCE_LINE = 2;
    private static final int STATUS_LINE = 7;

    /** The lock file of this database; none when no server holds it, or none that was written to its end. */
    static Optional<PostmasterFile> in(Path files) {
        try {
            var lines = Files.readAllLines(files.resolve("postmaster.pid"));
            boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(files, Long.parseLong(lines.getFirst().strip()),
                    Long.parseLong(lines.get(SINCE_LINE).strip()), ready));
        } catch (IOException | RuntimeException notThere) {
            return Optional.empty();
        }
    }

    /** Whether the server with this number says that it is ready, and not one of the same number that was killed before it. */
    boolean isReady(long server, Optional<PostmasterFile> leftBehind) {
        return ready && pid == server && leftBehind.filter(this::equals).isEmpty();
    }

    /** The living process, where it is PostgreSQL at work on these very files. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(_ -> {
            var words = commandLine();
            return !words.isEmpty()
                    && words.getFirst().endsWith("postgres")
                    && words.contains(files.toString());
        });
    }

    private List<String> commandLine() {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.UTF_8);
            return Arrays.asList(line.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
