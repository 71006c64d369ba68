package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.haki.kernel.Refusal;

/**
 * The folder in which everything that Haki keeps stands; one running Haki holds it at a time.
 *
 * @param path its real path
 * @param lock the open lock file, which the system gives back even after kill -9; {@code null} where another Haki holds it
 */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

    /** Takes the folder, making it first where there is none, or refuses because another Haki is at work in it. */
    static DataFolder take(Path path) {
        var folder = join(path);
        if (folder.lock() == null) {
            throw new Refusal("Another Haki is at work in the data folder " + folder.path()
                    + ". Stop it first, or choose another folder with HAKI_DATA or --data.");
        }
        return folder;
    }

    /** As {@link #take}, but where another Haki is at work, works beside it. */
    static DataFolder join(Path path) {
        try {
            var real = make(path);
            var channel = FileChannel.open(
                    real.resolve("haki.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return new DataFolder(real, null);
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(real, channel);
        } catch (IOException unwritable) {
            throw refused(path);
        }
    }

    /** Makes the folder where there is none, for a Haki whose database stands elsewhere: lists, logs and backups go there. */
    static void prepare(Path path) {
        try {
            make(path);
        } catch (IOException unwritable) {
            throw refused(path);
        }
    }

    /** Whether this Haki holds the folder. */
    boolean isOurs() {
        return lock != null;
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }

    private static Refusal refused(Path path) {
        return new Refusal("The data folder " + path.toAbsolutePath().normalize() + " cannot be written to. Give it to the user"
                + " that runs Haki, or choose another folder with HAKI_DATA or --data.");
    }

    private static Path make(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath());
        var real = path.toRealPath();
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectories(real.resolve("log"));
        return real;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException oursAlready) {
            return false;
        }
    }
}
