package org.haki.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file that holds room on the disk of the embedded database, to be given up when PostgreSQL would else run out of it. */
final class Ballast {

    private static final Logger LOG = LoggerFactory.getLogger(Ballast.class);
    private static final int AT_MOST_ONE_IN = 20;
    private static final int AT_ONCE = 1 << 20;

    private final Path file;
    private final long size;
    private final AtomicBoolean loading = new AtomicBoolean();

    /** None where the size is 0. */
    Ballast(Path folder, long size) {
        this.file = folder.resolve("ballast");
        this.size = size;
    }

    /** Takes it on board, on the side, where the disk is large enough for it and so much stays free. */
    void load(DiskGuard.Space space, long staysFree) {
        boolean room = size > 0 && space.all() / AT_MOST_ONE_IN >= size && space.free() - size > staysFree;
        if (room && !Files.exists(file) && loading.compareAndSet(false, true)) {
            Thread.startVirtualThread(() -> {
                write();
                loading.set(false);
            });
        }
    }

    /** Gives it up, if it is there. */
    void drop() {
        try {
            if (Files.deleteIfExists(file)) {
                LOG.warn("The disk is full: {} MB that were held for this moment are free now", size >> 20);
            }
        } catch (IOException stays) {
            LOG.warn("The room held on the disk could not be freed: {}", stays.getClass().getSimpleName());
        }
    }

    /** Of bytes that no file system can make smaller. */
    private void write() {
        var half = file.resolveSibling("ballast.part");
        var bytes = new byte[AT_ONCE];
        new SplittableRandom().nextBytes(bytes);
        try {
            try (var out = Files.newOutputStream(half)) {
                for (long left = size; left > 0; left -= AT_ONCE) {
                    out.write(bytes, 0, (int) Math.min(left, AT_ONCE));
                }
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException full) {
            LOG.warn("No room could be held on the disk: {}", full.getClass().getSimpleName());
            half.toFile().delete();
        }
    }
}
