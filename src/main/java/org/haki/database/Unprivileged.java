package org.haki.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.haki.kernel.Refusal;

/**
 * How PostgreSQL's programs are called. They refuse to run as root, so root calls them in a user namespace of their
 * own, where root is nobody; where the host forbids that, as the plain user nobody, who is then given the data folder.
 *
 * @param prefix the words before each command
 */
record Unprivileged(List<String> prefix) {

    private static final int NOBODY = 65534;

    /** The way that works here for this data folder. */
    static Unprivileged in(Path data) {
        int me = owner(Path.of("/proc/self"));
        int its = owner(data);
        if (me != 0) {
            if (its != me) {
                throw new Refusal("The data folder " + data + " belongs to another user of this machine."
                        + " Start Haki as that user, or choose another folder with HAKI_DATA or --data.");
            }
            return new Unprivileged(List.of());
        }
        if (its != 0) {
            return user(its);
        }
        if (succeeds(List.of("unshare", "-U", "true"))) {
            return new Unprivileged(List.of("unshare", "-U"));
        }
        var nobody = user(NOBODY);
        give(data, NOBODY);
        if (!succeeds(nobody.command(List.of("test", "-x", data.toString())))) {
            give(data, 0);
            throw new Refusal("PostgreSQL does not run as root, and the user nobody cannot reach the data folder " + data
                    + ". Start Haki as an ordinary user, or choose a folder that everybody can reach with HAKI_DATA or --data.");
        }
        return nobody;
    }

    /** The whole command line. */
    List<String> command(List<String> words) {
        var line = new ArrayList<>(prefix);
        line.addAll(words);
        return line;
    }

    private static Unprivileged user(int uid) {
        return new Unprivileged(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
    }

    private static int owner(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void give(Path folder, int uid) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                    return visitFile(path, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                    Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(path, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
