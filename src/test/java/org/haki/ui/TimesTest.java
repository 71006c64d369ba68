package org.haki.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    private static final Instant NOW = Instant.parse("2026-11-19T18:30:00Z"); // 00:15 on the 20th in Kathmandu

    private final Words words = new Words(true);
    private final Times english = new Times(words, "en", KATHMANDU, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Times spanish = new Times(words, "es", KATHMANDU, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void today_is_the_day_of_the_office_not_of_the_server() {
        assertThat(english.today()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(english.when(NOW.minusSeconds(3600))).isEqualTo("Yesterday 23:15");
        assertThat(english.when(NOW)).isEqualTo("Today 00:15");
    }

    @Test
    void near_days_are_said_as_people_say_them() {
        assertThat(english.plain(english.today())).isEqualTo("today");
        assertThat(english.plain(english.today().plusDays(1))).isEqualTo("tomorrow");
        assertThat(english.plain(english.today().plusDays(3))).isEqualTo("in 3 days");
        assertThat(english.plain(english.today().minusDays(1))).isEqualTo("yesterday");
        assertThat(english.plain(english.today().minusDays(2))).isEqualTo("2 days ago");
        assertThat(english.plain(LocalDate.of(2026, 12, 1))).isEqualTo("Tue 1 Dec");
        assertThat(english.plain(LocalDate.of(2027, 2, 1))).isEqualTo("1 Feb 2027");
        assertThat(spanish.plain(spanish.today().plusDays(3))).isEqualTo("en 3 días");
    }

    @Test
    void what_is_late_says_so_in_words() {
        assertThat(english.due(english.today().minusDays(2))).isEqualTo("2 days late");
        assertThat(english.due(english.today().minusDays(1))).isEqualTo("1 day late");
        assertThat(english.due(english.today())).isEqualTo("today");
        assertThat(english.due(NOW.minusSeconds(20 * 60))).isEqualTo("20 min late");
        assertThat(english.due(NOW.plusSeconds(25 * 60))).isEqualTo("in 25 min");
        assertThat(spanish.due(spanish.today().minusDays(2))).isEqualTo("2 días de atraso");
    }

    @Test
    void how_long_ago_is_said_shortly() {
        assertThat(english.ago(NOW.minusSeconds(18 * 60))).isEqualTo("18 min ago");
        assertThat(english.length(NOW.minusSeconds(2 * 3600))).isEqualTo("2 h");
        assertThat(english.length(NOW.minusSeconds(50 * 3600))).as("three midnights have passed").isEqualTo("3 days");
    }

    @Test
    void the_exact_day_is_there_for_who_wants_it() {
        assertThat(english.exact(LocalDate.of(2026, 11, 24))).isEqualTo("Tuesday 24 November 2026");
        assertThat(english.exact(NOW)).isEqualTo("Friday 20 November 2026, 00:15");
        assertThat(spanish.exact(LocalDate.of(2026, 11, 24))).isEqualTo("martes 24 de noviembre de 2026");
        assertThat(spanish.weekday(LocalDate.of(2026, 11, 24))).as("a heading").isEqualTo("Martes 24 de noviembre");
    }

    @Test
    void numbers_are_written_as_in_the_country_of_the_office() {
        assertThat(written("es", "America/La_Paz")).isEqualTo("12.345 personas encontradas");
        assertThat(written("es", "America/Mexico_City")).isEqualTo("12,345 personas encontradas");
        assertThat(written("es", "Africa/Nairobi")).isEqualTo("12,345 personas encontradas");
        assertThat(written("es", "Z")).isEqualTo("12,345 personas encontradas");
        assertThat(written("en", "Africa/Nairobi")).isEqualTo("12,345 people found");
        assertThat(written("en", "America/La_Paz")).isEqualTo("12,345 people found");
    }

    private String written(String language, String zone) {
        var numbers = new Times(words, language, ZoneId.of(zone), Clock.systemUTC()).numbers();
        return words.say(language, numbers, "PeoplePage.found", 12_345);
    }

    @Test
    void digits_are_those_of_the_language() {
        var nepali = new Times(words, "ne", KATHMANDU, Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(nepali.hour(NOW)).isEqualTo("००:१५");
    }
}
