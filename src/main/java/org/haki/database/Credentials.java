package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.haki.kernel.Refusal;

/** The embedded PostgreSQL's port and random passwords, kept in a file that only its owner can read. */
record Credentials(int port, String superuser, String owner, String app) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** The ones of this data folder; made when it has no database yet. */
    static Credentials in(Path data, boolean databaseExists) {
        var file = data.resolve("database.properties");
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            if (databaseExists) {
                throw new Refusal("The file " + file + " is missing, and with it the passwords of the database beside it."
                        + " Put it back from where it went, or restore a backup into a new data folder.");
            }
            var made = new Credentials(freePort(), random(), random(), random());
            made.write(file);
            return made;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The file " + file + " cannot be read or written", unreadable);
        }
    }

    /** The same passwords at another port, because somebody else took the old one. */
    Credentials atFreePort(Path data) {
        var moved = new Credentials(freePort(), superuser, owner, app);
        try {
            moved.write(data.resolve("database.properties"));
            return moved;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Credentials read(Path file) throws IOException {
        var kept = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            kept.load(reader);
        }
        return new Credentials(
                Integer.parseInt(kept.getProperty("port")),
                kept.getProperty("superuser"),
                kept.getProperty("owner"),
                kept.getProperty("app"));
    }

    private void write(Path file) throws IOException {
        var kept = new Properties();
        kept.setProperty("port", Integer.toString(port));
        kept.setProperty("superuser", superuser);
        kept.setProperty("owner", owner);
        kept.setProperty("app", app);
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(fresh)) {
            kept.store(writer, "The embedded PostgreSQL of Haki: written by Haki, for Haki");
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A port below those that the system lends to outgoing connections, so that it is free again after a crash. */
    private static int freePort() {
        return RANDOM.ints(20_000, 32_000)
                .limit(1_000)
                .filter(Credentials::isFree)
                .findFirst()
                .orElseThrow(() -> new Refusal("No port between 20000 and 32000 is free on this machine for the embedded PostgreSQL."));
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static String random() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
