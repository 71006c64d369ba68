package org.haki.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class OffsetTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
    private static final Instant NIGHT = Instant.parse("2026-03-01T20:30:00Z");

    @Test
    void hours_are_kept_where_the_urgency_or_the_law_counts_in_hours() {
        assertThat(new Offset(0, 0, true).in("urgent").after(NIGHT, ZONE)).isEqualTo(Instant.parse("2026-03-04T20:30:00Z"));
        assertThat(Offset.of("72h").after(NIGHT, ZONE)).isEqualTo(Instant.parse("2026-03-04T20:30:00Z"));
        assertThat(new Offset(0, 0, true).in("normal")).isEqualTo(Offset.of("14d"));
    }

    @Test
    void what_is_no_distance_in_time_is_none() {
        assertThat(Offset.of("3 days")).isNull();
        assertThat(Offset.of("d")).isNull();
        assertThat(Offset.of("99999d")).isNull();
        assertThat(Offset.of("-7d").after(NIGHT.atZone(ZONE).toLocalDate())).isEqualTo("2026-02-23");
    }
}
