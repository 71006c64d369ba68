package org.haki.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import org.haki.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Nearly nothing is free: nothing new is taken, and everything can still be read. */
class DiskGuardTest {

    private static final long GIB = 1L << 30;

    @Test
    void with_room_everything_is_taken() {
        assertThatCode(() -> asks(guard(2 * GIB, 100 * GIB), "POST", "/report")).doesNotThrowAnyException();
    }

    @Test
    void of_a_small_disk_a_tenth_is_enough() {
        assertThatCode(() -> asks(guard(GIB / 2, 4 * GIB), "POST", "/report")).doesNotThrowAnyException();
        assertThatThrownBy(() -> asks(guard(GIB / 3, 4 * GIB), "POST", "/report")).isInstanceOf(Problem.class);
    }

    @Test
    void F5_a_form_is_refused_before_the_disk_is_full_and_reading_goes_on() {
        var guard = guard(GIB - 1, 100 * GIB);
        assertThatThrownBy(() -> asks(guard, "POST", "/report"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.DISK_FULL));
        assertThatThrownBy(() -> asks(guard, "POST", "/cases/X/notes")).isInstanceOf(Problem.class);
        assertThatCode(() -> {
            asks(guard, "GET", "/today");
            asks(guard, "POST", "/sign-in");
            asks(guard, "POST", "/sign-out");
        }).doesNotThrowAnyException();
    }

    @Test
    void a_reserve_that_somebody_chose_is_kept_whatever_the_disk() {
        var guard = new DiskGuard(DataSize.ofGigabytes(3), () -> new DiskGuard.Space(2 * GIB, 4 * GIB), new Ballast(Path.of("nowhere"), 0), Clock.systemUTC());
        assertThatThrownBy(() -> asks(guard, "POST", "/report")).isInstanceOf(Problem.class);
    }

    private static DiskGuard guard(long free, long all) {
        return new DiskGuard(null, () -> new DiskGuard.Space(free, all), new Ballast(Path.of("nowhere"), 0), Clock.systemUTC());
    }

    private static void asks(DiskGuard guard, String method, String path) {
        guard.preHandle(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), new Object());
    }
}
