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
import org.haki.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private static final int AT_MOST_ONE_IN = 10;

    /** What was seen when last looked. */
    private record Look(Instant at, boolean full) {}

    private final Path data;
    private final long reserve;
    private final Clock clock;
    private volatile Look last = new Look(Instant.EPOCH, false);

    DiskGuard(@Value("${haki.data}") Path data, @Value("${haki.disk-reserve}") DataSize reserve, Clock clock) {
        this.data = data;
        this.reserve = reserve.toBytes();
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!SAFE.contains(request.getMethod()) && !ALWAYS.contains(request.getRequestURI()) && isFull()) {
            throw new Problem(Problem.Kind.DISK_FULL);
        }
        return true;
    }

    /** Whether less than the reserve is free; of a small disk a tenth is enough. */
    private boolean isFull() {
        var now = clock.instant();
        if (last.at().plus(FRESH).isBefore(now)) {
            last = new Look(now, look());
        }
        return last.full();
    }

    private boolean look() {
        try {
            var disk = Files.getFileStore(data);
            boolean full = disk.getUsableSpace() < Math.min(reserve, disk.getTotalSpace() / AT_MOST_ONE_IN);
            if (full != last.full()) {
                LOG.warn(full ? "The disk is nearly full: nothing new is taken until there is room" : "There is room on the disk again");
            }
            return full;
        } catch (IOException unreadable) {
            LOG.warn("How much of the disk is free cannot be seen: {}", unreadable.getClass().getSimpleName());
            return false;
        }
    }
}
