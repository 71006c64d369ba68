package org.haki.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeHoursTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 19, 9, 47);

    @Test
    void three_calls_lie_inside_her_hours_and_at_different_hours() {
        for (var hours : List.of(List.of("10"), List.of("7", "18"), List.of("21"), Told.HOURS)) {
            var calls = SafeHours.suggest(hours, MORNING);

            assertThat(calls).hasSize(3).isSorted().allMatch(call -> !call.isBefore(MORNING));
            assertThat(calls).allMatch(call -> SafeHours.safe(hours, call.toLocalTime()));
            assertThat(calls.stream().map(LocalDateTime::toLocalTime).distinct()).hasSize(3);
        }
    }

    @Test
    void the_first_is_now_when_now_is_safe() {
        assertThat(SafeHours.suggest(List.of("7"), MORNING).getFirst()).isEqualTo(MORNING.withMinute(55));
        assertThat(SafeHours.suggest(List.of("18"), MORNING).getFirst().toLocalTime()).isAfterOrEqualTo(LocalTime.of(18, 0));
    }

    @Test
    void where_she_named_none_the_day_is_tried_at_different_hours() {
        var calls = SafeHours.suggest(List.of(), MORNING);

        assertThat(calls).hasSize(3);
        assertThat(calls).allMatch(call -> call.getHour() >= 10 && call.getHour() < 21);
        assertThat(SafeHours.safe(List.of(), LocalTime.of(3, 0))).isTrue();
    }
}
