package org.haki.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HappenedTest {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    /** 21 November 2026, 08:15 in Kathmandu. */
    private static final Instant NOW = Instant.parse("2026-11-21T02:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "day,'',", "day,31.2.2026,", "day,2026-13-01,", "day,yesterday,", "day,22.11.2026,", "day,1.1.1600,",
        "day,20.11.2026,25:00", "today,,08:16", "someday,20.11.2026,"
    })
    void a_day_that_is_none_or_lies_ahead_is_sent_back(String when, String day, String hour) {
        assertThat(new Happened(when, day, hour).errors(NOW, KATHMANDU).isEmpty()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-20", "20.11.2026", "20/11/2026", "२०/११/२०२६", "২০.১১.২০২৬", "٢٠.١١.٢٠٢٦"})
    void a_day_is_read_in_the_digits_of_any_script(String day) {
        var happened = new Happened("day", day, "९:३०");
        assertThat(happened.errors(NOW, KATHMANDU).all()).isEmpty();
        assertThat(happened.at(NOW, KATHMANDU))
                .isEqualTo(LocalDate.of(2026, 11, 20).atTime(LocalTime.of(9, 30)).atZone(KATHMANDU).toInstant());
        assertThat(happened.dayOnly()).isFalse();
    }

    @Test
    void a_day_without_an_hour_is_kept_as_a_day() {
        var yesterday = new Happened("day", "20.11.2026", "");
        assertThat(yesterday.dayOnly()).isTrue();
        assertThat(yesterday.at(NOW, KATHMANDU).atZone(KATHMANDU).toLocalDate()).isEqualTo("2026-11-20");
    }

    @Test
    void earlier_today_without_an_hour_is_not_ahead_in_the_morning() {
        var earlier = new Happened("today", "", "");
        assertThat(earlier.errors(NOW, KATHMANDU).all()).isEmpty();
        assertThat(earlier.at(NOW, KATHMANDU)).isEqualTo(NOW);
    }

    /** A1: whatever day and hour are said, what passes was not done in the future. */
    @Property
    void nothing_that_passes_lies_ahead(
            @ForAll @IntRange(max = 2) int when, @ForAll @IntRange(min = -3, max = 3) int days,
            @ForAll @IntRange(max = 26) int hour, @ForAll boolean hourKnown) {
        var said = List.of("now", "today", "day").get(when);
        var day = LocalDate.of(2026, 11, 21).plusDays(days).toString();
        var happened = new Happened(said, day, hourKnown ? hour + ":00" : "");
        if (happened.errors(NOW, KATHMANDU).isEmpty()) {
            assertThat(happened.at(NOW, KATHMANDU)).isBeforeOrEqualTo(NOW);
        } else {
            assertThat(said).isNotEqualTo("now");
        }
    }
}
