package org.haki.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.haki.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's own programs, unpacked once from the jar that carries them. */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);
    static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("amd64-([0-9]+(\\.[0-9]+)*)\\.jar");

    private PostgresBinaries() {}

    /** The folder that holds bin, lib and share, below the given one and named after the version. */
    static Path unpackedBelow(Path folder) {
        var archive = PostgresBinaries.class.getClassLoader().getResource(ARCHIVE);
        var machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (archive == null || !machine.equals("Linux amd64")) {
            throw new Refusal("Haki carries PostgreSQL for Linux on x86-64 only, and this is " + machine
                    + ". Give it a PostgreSQL of your own with HAKI_DATABASE_URL and HAKI_DATABASE_OWNER_URL.");
        }
        var version = version(archive);
        var home = folder.resolve("postgresql-" + version);
        if (Files.isDirectory(home)) {
            return home;
        }
        log.info("Unpacking PostgreSQL {} …", version);
        try {
            var half = folder.resolve("postgresql-" + version + ".part");
            FileSystemUtils.deleteRecursively(half);
            unpack(archive, half);
            return Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException("PostgreSQL could not be unpacked to " + home, broken);
        }
    }

    private static String version(URL archive) {
        var matcher = VERSION.matcher(archive.toString());
        if (!matcher.find()) {
            throw new IllegalStateException("The jar of " + ARCHIVE + " does not say its version");
        }
        return matcher.group(1);
    }

    /** Unpacks an archive of the programs, wherever it is read from. */
    static void unpack(URL archive, Path to) throws IOException {
        try (var tar = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = to.resolve(entry.getName()).normalize();
                if (!target.startsWith(to)) {
                    throw new IOException("An entry of " + ARCHIVE + " points outside");
                }
                unpack(tar, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        boolean runs = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(runs ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
