package org.haki.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * What one evaluation may use, and the day on which it happens. Counted in steps, not in time: what is refused here is refused
 * on every machine, however busy it is.
 */
final class Bounds {

    /** One condition over a case. */
    static final int CONDITION = 200_000;
    /** One section of a sheet, all its expressions together. */
    static final int SECTION = 3_000_000;
    /** The longest text that an expression may make. */
    static final int TEXT = 100_000;

    private static final ScopedValue<Bounds> CURRENT = ScopedValue.newInstance();

    private final Instant now;
    private final ZoneId zone;
    private int left;

    private Bounds(Instant now, ZoneId zone, int steps) {
        this.now = now;
        this.zone = zone;
        this.left = steps;
    }

    static <T> T within(Instant now, ZoneId zone, int steps, Supplier<T> reckoning) {
        return ScopedValue.where(CURRENT, new Bounds(now, zone, steps)).call(reckoning::get);
    }

    /** Counts; without bounds nothing is evaluated that anybody wrote. */
    static void step(int steps) {
        if (CURRENT.isBound()) {
            var bounds = CURRENT.get();
            bounds.left -= steps;
            if (bounds.left < 0) {
                throw new TooMuchToReckon();
            }
        }
    }

    static void text(int length) {
        step(1 + length / 64);
        if (length > TEXT) {
            throw new TooMuchToReckon();
        }
    }

    static Instant now() {
        return CURRENT.isBound() ? CURRENT.get().now : Instant.EPOCH;
    }

    static ZoneId zone() {
        return CURRENT.isBound() ? CURRENT.get().zone : ZoneId.systemDefault();
    }
}
