package org.haki.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.haki.database.OwnerDoor;
import org.haki.kernel.Refusal;
import org.haki.operations.BackupManifest.Tally;
import org.haki.operations.BackupRepository.Everything;
import org.haki.operations.BackupTitle.Table;
import org.haki.vault.BackupKeys;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes everything into one encrypted file: a zip archive of a title, a COPY of each table in one snapshot, and a
 * manifest. It opens with the root key, which is not in it.
 */
@Component
class Backup {

    static final String TITLE = "haki.json";
    static final String MANIFEST = "manifest.json";
    static final JsonMapper JSON = JsonMapper.shared();

    private final BackupKeys keys;
    private final BackupRepository tables;
    private final Clock clock;

    Backup(BackupKeys keys, BackupRepository tables, Clock clock) {
        this.keys = keys;
        this.tables = tables;
        this.clock = clock;
    }

    /** Writes the file, which nobody else may read; half a backup never stands under its name. */
    BackupManifest write(OwnerDoor owner, Path file) {
        var half = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            BackupManifest manifest;
            try (var out = Files.newOutputStream(half)) {
                manifest = write(owner, out);
            }
            try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } catch (IOException | UncheckedIOException unwritable) {
            throw new Refusal("The backup could not be written to " + file + ". Is there room, and may this user write there?", unwritable);
        }
    }

    private BackupManifest write(OwnerDoor owner, OutputStream file) throws IOException {
        var written = new BackupManifest[1];
        try (var zip = new ZipOutputStream(BackupCipher.seal(file, keys.current()))) {
            tables.read(owner, everything -> {
                var title = new BackupTitle(everything.step(), clock.instant(), everything.tables());
                entry(zip, TITLE, title);
                var tallies = new ArrayList<Tally>();
                for (var table : title.tables()) {
                    tallies.add(copy(everything, table, zip));
                }
                written[0] = new BackupManifest(tallies, everything.heads());
                entry(zip, MANIFEST, written[0]);
            });
        }
        return written[0];
    }

    private static Tally copy(Everything everything, Table table, ZipOutputStream zip) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(table.name()));
        var digest = sha256();
        long rows = everything.copyOut(table, new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Tally(table.name(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static void entry(ZipOutputStream zip, String name, Record content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(JSON.writeValueAsBytes(content));
        zip.closeEntry();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
