package org.haki.operations;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import java.util.zip.ZipInputStream;
import org.haki.database.BlankDatabase;
import org.haki.kernel.Refusal;
import org.haki.operations.BackupManifest.Tally;
import org.haki.operations.BackupRepository.Everything;
import org.haki.operations.BackupTitle.Table;
import org.haki.vault.BackupKeys;
import org.springframework.stereotype.Component;

/** Reads a backup into a database without tables: all of it, or nothing and a sentence that says what is wrong. */
@Component
class Restore {

    /** What was read. */
    record Read(BackupTitle title, BackupManifest manifest) {}

    private final BackupKeys keys;
    private final BackupRepository tables;

    Restore(BackupKeys keys, BackupRepository tables) {
        this.keys = keys;
        this.tables = tables;
    }

    /** Fills the database, and destroys in it again what is on the list. */
    Read into(BlankDatabase database, Path file, Collection<DestroyedList.Line> destroyed) {
        try (var opened = open(file); var zip = new ZipInputStream(opened)) {
            var title = entry(zip, Backup.TITLE, BackupTitle.class);
            database.migrateTo(title.step());
            var read = new Read[1];
            tables.write(database, everything -> {
                var tallies = new ArrayList<Tally>();
                for (var table : title.tables()) {
                    tallies.add(copy(everything, table, zip));
                }
                var manifest = entry(zip, Backup.MANIFEST, BackupManifest.class);
                readToTheEnd(zip, opened);
                if (!manifest.tallies().equals(tallies) || !manifest.heads().equals(everything.heads())) {
                    throw new Refusal("The backup does not hold what its manifest says. Nothing was restored.");
                }
                everything.destroyAgain(destroyed);
                read[0] = new Read(title, manifest);
            });
            return read[0];
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        } catch (UncheckedIOException unreadable) {
            throw damaged(unreadable.getCause());
        }
    }

    /** Refuses a file that does not even open, before a database is made for it. */
    void refuseUnopened(Path file) {
        try (var opened = open(file)) {
            opened.read();
        } catch (IOException unreadable) {
            throw damaged(unreadable);
        }
    }

    /** Opens the file with the root key in use; one that only opens with a former key says which. */
    private InputStream open(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new Refusal("There is no backup " + file + " that this user may read.");
        }
        if (!opens(file, keys.current())) {
            for (var former : keys.former().entrySet()) {
                if (opens(file, former.getValue())) {
                    throw new Refusal("This backup was made under a former root key, " + former.getKey() + ". Copy that file"
                            + " as root.key into a folder of its own, mode 0400, and set HAKI_KEYS to that folder. Nothing was restored.");
                }
            }
        }
        return BackupCipher.open(new BufferedInputStream(Files.newInputStream(file)), keys.current());
    }

    private static boolean opens(Path file, UnaryOperator<byte[]> keyOf) throws IOException {
        try (var in = BackupCipher.open(new BufferedInputStream(Files.newInputStream(file)), keyOf)) {
            return in.read() >= 0;
        } catch (Refusal another) {
            return false;
        }
    }

    private static Tally copy(Everything everything, Table table, ZipInputStream zip) throws IOException, SQLException {
        next(zip, table.name());
        var digest = Backup.sha256();
        long rows = everything.copyIn(table, new DigestInputStream(zip, digest));
        return new Tally(table.name(), rows, HexFormat.of().formatHex(digest.digest()));
    }

    private static <T> T entry(ZipInputStream zip, String name, Class<T> type) throws IOException {
        next(zip, name);
        return Backup.JSON.readValue(zip.readAllBytes(), type);
    }

    private static void next(ZipInputStream zip, String name) throws IOException {
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("No entry " + name);
        }
    }

    /** A file is whole only when its last part was read. */
    private static void readToTheEnd(ZipInputStream zip, InputStream opened) throws IOException {
        if (zip.getNextEntry() != null) {
            throw new IOException("More than the manifest says");
        }
        opened.transferTo(OutputStream.nullOutputStream());
    }

    private static Refusal damaged(IOException unreadable) {
        return new Refusal("The backup file is damaged: what is in it does not fit together. Nothing was restored.", unreadable);
    }
}
