package org.haki.operations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Supplier;
import org.haki.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Takes nothing new while the disk is nearly full, so that PostgreSQL never runs out of it: what was saved stays
 * readable. People can still sign in and out.
 */
@Component
class DiskGuard implements HandlerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(DiskGuard.class);
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> ALWAYS = Set.of("/sign-in", "/sign-in/code", "/sign-out", "/lock", "/search");
    private static final long USUAL_RESERVE = DataSize.ofGigabytes(1).toBytes();
    private static final int AT_MOST_ONE_IN = 10;
    private static final int IN_NEED = 4;

    /** How many bytes of the disk are free, of how many. */
    record Space(long free, long all) {

        /** The disk of this folder; one that cannot be asked is taken for one with room. */
        static Space of(Path folder) {
            try {
                var disk = Files.getFileStore(folder);
                return new Space(disk.getUsableSpace(), disk.getTotalSpace());
            } catch (IOException unreadable) {
                LOG.warn("How much of the disk is free cannot be seen: {}", unreadable.getClass().getSimpleName());
                return new Space(Long.MAX_VALUE, Long.MAX_VALUE);
            }
        }
    }

    /** What was seen when last looked. */
    private record Look(Instant at, boolean full) {}

    private final DataSize reserve;
    private final Supplier<Space> disk;
    private final Ballast ballast;
    private final Clock clock;
    private volatile Look last = new Look(Instant.EPOCH, false);

    @Autowired
    DiskGuard(@Value("${haki.data}") Path data, @Value("${haki.disk-reserve}") DataSize reserve,
            @Value("${haki.disk-ballast}") DataSize ballast, @Value("${haki.database.url}") String elsewhere, Clock clock) {
        this(reserve, () -> Space.of(data), new Ballast(data, elsewhere.isEmpty() ? ballast.toBytes() : 0), clock);
    }

    /** The reserve is {@code null} where the usual one will do. */
    DiskGuard(DataSize reserve, Supplier<Space> disk, Ballast ballast, Clock clock) {
        this.reserve = reserve;
        this.disk = disk;
        this.ballast = ballast;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isFull() && !SAFE.contains(request.getMethod()) && !ALWAYS.contains(request.getRequestURI())) {
            throw new Problem(Problem.Kind.DISK_FULL);
        }
        return true;
    }

    /** Whether less than the reserve was free when last looked. */
    private boolean isFull() {
        var now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            last = new Look(now, look());
        }
        return last.full();
    }

    private boolean look() {
        var space = disk.get();
        long least = reserve == null ? Math.min(USUAL_RESERVE, space.all() / AT_MOST_ONE_IN) : reserve.toBytes();
        boolean full = space.free() < least;
        if (space.free() < least / IN_NEED) {
            ballast.drop();
        } else if (!full) {
            ballast.load(space, 2 * least);
        }
        if (full != last.full()) {
            LOG.warn(full ? "The disk is nearly full: nothing new is taken until there is room" : "There is room on the disk again");
        }
        return full;
    }
}
