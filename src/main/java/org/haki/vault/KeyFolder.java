package org.haki.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.haki.kernel.Refusal;

/** The folder {@code HAKI_KEYS}: the root key lies there in a file that its owner alone can read. */
final class KeyFolder {

    private static final String NAME = "root.key";
    private static final String NEXT = "root.key.next";
    private static final String FORMER = "root.key.until-";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE, PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.OTHERS_EXECUTE);

    private final Path folder;

    /** The folder of the keys; it must not lie in the data folder, where every backup and every thief would find both. */
    KeyFolder(Path keys, Path data) {
        this.folder = real(keys);
        if (folder.startsWith(real(data))) {
            throw new Refusal("The keys folder %s lies inside the data folder %s. Move it elsewhere and set HAKI_KEYS to the new place."
                    .formatted(folder, real(data)));
        }
    }

    Path folder() {
        return folder;
    }

    boolean holdsKey() {
        return !Files.notExists(folder.resolve(NAME), LinkOption.NOFOLLOW_LINKS);
    }

    /** The key in the folder; refuses with a sentence of its own for each thing that can be wrong with it. */
    RootKey read() {
        return read(folder.resolve(NAME));
    }

    /** Makes a key where there is none. */
    RootKey make() {
        var root = RootKey.fresh();
        write(root);
        return root;
    }

    /** Writes a key where there is none: the first one, or one typed in from the recovery sheet. */
    void write(RootKey root) {
        if (holdsKey()) {
            throw new Refusal("The keys folder %s already holds a root key; it is not overwritten.".formatted(folder));
        }
        writeAs(NEXT, root);
        move(NEXT, NAME);
    }

    /** Lays a key beside the one in use, before the database changes to it. */
    void writeNext(RootKey root) {
        writeAs(NEXT, root);
    }

    /** Whether a change of the root key was interrupted. */
    boolean holdsNext() {
        return !Files.notExists(folder.resolve(NEXT), LinkOption.NOFOLLOW_LINKS);
    }

    RootKey readNext() {
        return read(folder.resolve(NEXT));
    }

    /** The next key is in use now; the one before stays under its date, for backups that were made under it. */
    void useNext(LocalDate today) {
        var kept = FORMER + today;
        for (int n = 2; Files.exists(folder.resolve(kept)); n++) {
            kept = FORMER + today + "-" + n;
        }
        if (holdsKey()) {
            move(NAME, kept);
        }
        move(NEXT, NAME);
    }

    /** The files of the keys that were in use before, the newest first. */
    List<Path> formerKeys() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(FORMER))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    RootKey read(Path file) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refusal(("The root key is missing: there is no file %s, but the database was made with one. "
                    + "Set HAKI_KEYS to the folder that holds it, or type in the recovery sheet: bin/haki keys recover.")
                    .formatted(file));
        }
        try {
            checkClosed(folder, "keys folder", "chmod 700 ");
            checkClosed(file, "root key", "chmod 400 ");
            var bytes = Files.readAllBytes(file);
            if (bytes.length != RootKey.LENGTH) {
                throw new Refusal("The root key %s has %d bytes and not 32: it is damaged. Put back a whole copy, or type in the recovery sheet: bin/haki keys recover."
                        .formatted(file, bytes.length));
            }
            return new RootKey(bytes);
        } catch (IOException unreadable) {
            throw new Refusal("The root key %s cannot be read by the user that runs Haki. Give the file to that user, mode 0400."
                    .formatted(file), unreadable);
        }
    }

    private static void checkClosed(Path path, String what, String remedy) throws IOException {
        var permissions = Files.getPosixFilePermissions(path);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new Refusal("The %s %s is open to others (%s). Close it: %s%s"
                    .formatted(what, path, PosixFilePermissions.toString(permissions), remedy, path));
        }
    }

    private void writeAs(String name, RootKey root) {
        try {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var file = folder.resolve(name);
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(root.bytes()));
                channel.force(true);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        } catch (IOException unwritable) {
            throw new Refusal("The root key cannot be written to %s. Make the folder, mode 0700, and give it to the user that runs Haki."
                    .formatted(folder), unwritable);
        }
    }

    private void move(String from, String to) {
        try {
            Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        } catch (AtomicMoveNotSupportedException | RuntimeException strange) {
            throw new IllegalStateException("Cannot rename in " + folder, strange);
        } catch (IOException unwritable) {
            throw new Refusal("The root key cannot be written to %s.".formatted(folder), unwritable);
        }
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        try {
            return absolute.toRealPath();
        } catch (IOException notThere) {
            var parent = absolute.getParent();
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }
}
