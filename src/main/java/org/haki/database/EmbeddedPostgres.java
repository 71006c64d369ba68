package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.haki.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server that Haki brings along: made at the first start, started with Haki, started again when it dies,
 * stopped after Haki. Its files stand in {@code database} in the data folder.
 */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String MAJOR = "18";
    private static final int PATIENCE_SECONDS = 30;

    private final Path data;
    private final Path files;
    private final Path binaries;
    private final Path journal;
    private final Unprivileged unprivileged;
    private final CountDownLatch closing = new CountDownLatch(1);
    private Credentials credentials;
    private Process server;
    private boolean hasServed;

    private EmbeddedPostgres(Path data) {
        this.data = data;
        this.files = data.resolve("database");
        this.journal = data.resolve("log").resolve("postgresql.log");
        this.unprivileged = Unprivileged.in(data);
        this.binaries = PostgresBinaries.unpackedBelow(data);
        this.credentials = Credentials.in(data, Files.exists(files));
    }

    /** The server of a data folder that the caller holds; nothing runs before {@link #start}. */
    static EmbeddedPostgres in(DataFolder folder) {
        return new EmbeddedPostgres(folder.path());
    }

    /** Starts the server, making its files first where there are none, and stopping first what a killed Haki left. */
    synchronized void start() {
        if (Files.exists(files)) {
            checkMajor();
            stopOrphan();
        } else {
            initialise();
        }
        log.info("Starting PostgreSQL …");
        launch();
        watch();
    }

    /** Where to reach it, as whom. */
    Credentials credentials() {
        return credentials;
    }

    /** Stops the server: sessions are ended, everything is on the disk when this returns. */
    @Override
    public void close() {
        closing.countDown();
        synchronized (this) {
            if (server == null || !server.isAlive()) {
                return;
            }
            stop("fast");
            if (!ends()) {
                stop("immediate");
            }
        }
    }

    /** pg_ctl comes back when the lock file is gone, a moment before the process is, which still has a last word for its log. */
    private boolean ends() {
        try {
            return server.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void initialise() {
        log.info("Making the database: this happens once and takes a few seconds …");
        var half = data.resolve("database.part");
        var secret = data.resolve("database.secret.part");
        try {
            FileSystemUtils.deleteRecursively(half);
            Files.deleteIfExists(secret);
            makeEmptyFolder(half);
            Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.setAttribute(secret, "unix:uid", Files.getAttribute(half, "unix:uid"));
            Files.writeString(secret, credentials.superuser());
            var said = run(List.of(program("initdb"), "-D", half.toString(), "-U", "postgres",
                    "--pwfile=" + secret, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"));
            if (said.isPresent()) {
                throw new Refusal("PostgreSQL could not make its files in " + half + ": " + said.get());
            }
            Files.delete(secret);
            Files.move(half, files, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The database cannot be made in " + data, unwritable);
        }
    }

    /** The folder belongs to whom PostgreSQL runs as. */
    private void makeEmptyFolder(Path folder) throws IOException {
        Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.setAttribute(folder, "unix:uid", Files.getAttribute(data, "unix:uid"));
        Files.setAttribute(folder, "unix:gid", Files.getAttribute(data, "unix:gid"));
    }

    private void checkMajor() {
        try {
            var major = Files.readString(files.resolve("PG_VERSION")).strip();
            if (!major.equals(MAJOR)) {
                throw new Refusal("The database in " + files + " was made by PostgreSQL " + major + ", and this Haki brings "
                        + MAJOR + ". Make a backup with the Haki that wrote it and restore it into a new data folder.");
            }
        } catch (IOException unreadable) {
            throw new Refusal("The folder " + files + " is not a PostgreSQL database, or not readable."
                    + " Restore a backup into a new data folder.");
        }
    }

    /** A server that outlived a killed Haki: known by its lock file and its command line, never by the number alone. */
    private void stopOrphan() {
        var orphan = PostmasterFile.in(files).flatMap(PostmasterFile::process);
        if (orphan.isEmpty()) {
            return;
        }
        log.info("Stopping the PostgreSQL that the last Haki left running …");
        stop("fast");
        if (orphan.get().isAlive()) {
            stop("immediate");
        }
    }

    private void stop(String how) {
        run(List.of(program("pg_ctl"), "stop", "-D", files.toString(), "-m", how, "-w", "-t", "60"));
    }

    /** Starts the process and waits until it takes connections; tries again while the last one still holds its lock. */
    private void launch() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        PostgresJournal.turn(journal);
        while (!isClosing()) {
            writeSettings();
            var leftBehind = PostmasterFile.in(files);
            server = startProcess();
            if (becomesReady(leftBehind) || isClosing()) {
                hasServed = true;
                return;
            }
            var words = PostgresJournal.complaint(journal);
            if (words.contains("Address already in use") && !hasServed) {
                credentials = credentials.atFreePort(data);
            } else if (!isPassing(words) || System.nanoTime() > deadline) {
                throw new Refusal("PostgreSQL did not start. It said: " + words + " More stands in " + journal + ".");
            }
            pause(250);
        }
    }

    /** What the last server still holds is free in a moment. */
    private static boolean isPassing(String words) {
        return words.contains("Address already in use") || words.contains("lock file") || words.contains("shared memory block");
    }

    private void writeSettings() {
        for (var name : List.of("postgresql.conf", "pg_hba.conf")) {
            try (var settings = EmbeddedPostgres.class.getResourceAsStream("/database/" + name)) {
                Files.copy(settings, files.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unwritable) {
                throw new UncheckedIOException(unwritable);
            }
        }
    }

    /** A session of its own, so that Ctrl-C reaches Haki only, which then stops PostgreSQL in its turn. */
    private Process startProcess() {
        var words = unprivileged.command(List.of(
                program("postgres"), "-D", files.toString(), "-c", "port=" + credentials.port()));
        words.add(0, "setsid");
        try {
            return new ProcessBuilder(words)
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(journal.toFile())
                    .start();
        } catch (IOException missing) {
            throw new UncheckedIOException("PostgreSQL cannot be called", missing);
        }
    }

    private boolean becomesReady(Optional<PostmasterFile> leftBehind) {
        boolean told = false;
        long begun = System.nanoTime();
        while (server.isAlive() && !isClosing()) {
            if (PostmasterFile.in(files).filter(file -> file.isReady(server.pid(), leftBehind)).isPresent()) {
                return true;
            }
            if (!told && System.nanoTime() - begun > TimeUnit.SECONDS.toNanos(10)) {
                told = true;
                log.info("PostgreSQL is putting itself in order after an interruption; this can take a while …");
            }
            pause(20);
        }
        return false;
    }

    private void watch() {
        var watched = server;
        watched.onExit().thenRunAsync(() -> {
            if (!isClosing()) {
                log.warn("PostgreSQL has ended by itself; starting it again.");
                bringBack();
            }
        }, task -> Thread.ofPlatform().daemon().name("postgresql-watch").start(task));
    }

    private synchronized void bringBack() {
        while (!isClosing()) {
            try {
                launch();
                if (!isClosing()) {
                    log.info("PostgreSQL is back.");
                    watch();
                }
                return;
            } catch (RuntimeException notYet) {
                log.error("{}", notYet.getMessage());
                pause(2_000);
            }
        }
    }

    /** Runs one of its programs to the end; what it said where it failed. */
    private Optional<String> run(List<String> words) {
        try {
            var process = new ProcessBuilder(unprivileged.command(words))
                    .directory(data.toFile())
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes());
            return process.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
        } catch (IOException missing) {
            throw new UncheckedIOException(words.getFirst() + " cannot be called", missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }

    private String program(String name) {
        return binaries.resolve("bin").resolve(name).toString();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(long milliseconds) {
        try {
            closing.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }
}
